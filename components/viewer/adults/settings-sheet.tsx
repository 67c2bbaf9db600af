import { Switch } from "@/components/ui/switch";
import type { Language } from "@/lib/contract/languages";
import { DevicePanel } from "../offline/device-panel";
import { InstallRow } from "../offline/install-row";
import { changeSettings } from "../settings";
import type { AdultWords, ViewerProps } from "../types";
import { useSettings } from "../use-settings";
import { RequestsMade } from "./requests-made";
import { Choice, Slide } from "./setting-rows";
import { WaysOut } from "./ways-out";

export interface SettingsSheetProps extends Pick<ViewerProps, "languages" | "shown"> {
  words: AdultWords;
  /** Each language in its own words. */
  languageNames: ViewerProps["words"];
  isMusical: boolean;
  isMixed: boolean;
  /** Both left out where somebody else leads through the cards. */
  onShow?: (() => void) | undefined;
  onMix?: (() => void) | undefined;
}

const button =
  "flex min-h-12 flex-1 items-center justify-center rounded-xl border-2 border-line-strong px-4 text-center font-semibold";
const sizes = ["normal", "large", "huge"] as const;

/** How the viewer is for these children, kept on this device; and the ways out. */
export function SettingsSheet(props: SettingsSheetProps) {
  const { words, languages, languageNames, shown, isMusical, isMixed, onShow, onMix } = props;
  const settings = useSettings();
  const canFill = document.fullscreenEnabled;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-2">
        {onShow ? (
          <button type="button" className={button} onClick={onShow}>
            {words.slideshow}
          </button>
        ) : null}
        {onMix ? (
          <button type="button" className={button} onClick={onMix}>
            {isMixed ? words.inOrder : words.mix}
          </button>
        ) : null}
        {canFill ? (
          <button type="button" className={button} onClick={toggleFullScreen}>
            {words.fullScreen}
          </button>
        ) : null}
      </div>
      {shown ? <DevicePanel slug={shown.slug} words={words.device} /> : null}
      {shown ? <InstallRow words={words.device} heading="h3" /> : null}
      {languages.length > 1 ? (
        <Choice
          label={words.second}
          value={settings.second ?? ""}
          options={[
            ["", words.none],
            ...languages.map((code): [string, string] => [code, languageNames[code].language]),
          ]}
          onChange={(code) => changeSettings({ second: (code || null) as Language | null })}
        />
      ) : null}
      <Choice
        label={words.textSize}
        value={settings.textSize}
        options={sizes.map((size) => [size, words.sizes[size]])}
        onChange={(textSize) => changeSettings({ textSize })}
      />
      <div className="flex flex-col gap-1">
        <Switch
          label={words.reading}
          hint={words.readingText}
          isOn={settings.isReading}
          onChange={(isReading) => changeSettings({ isReading })}
        />
        {isMusical ? (
          <Switch
            label={words.music}
            isOn={settings.isMusicOn}
            onChange={(isMusicOn) => changeSettings({ isMusicOn })}
          />
        ) : null}
        <Switch
          label={words.quiet}
          hint={words.quietText}
          isOn={settings.isQuiet}
          onChange={(isQuiet) => changeSettings({ isQuiet })}
        />
        <Switch
          label={words.contrast}
          hint={words.contrastText}
          isOn={settings.hasContrast}
          onChange={(hasContrast) => changeSettings({ hasContrast })}
        />
        <Switch
          label={words.calm}
          hint={words.calmText}
          isOn={settings.isCalm}
          onChange={(isCalm) => changeSettings({ isCalm })}
        />
        <Switch
          label={words.scan}
          hint={words.scanText}
          isOn={settings.scanSeconds > 0}
          onChange={(isOn) => changeSettings({ scanSeconds: isOn ? 2 : 0 })}
        />
      </div>
      {settings.scanSeconds > 0 ? (
        <Slide
          label={words.pace}
          value={settings.scanSeconds}
          least={1}
          most={6}
          shown={`${settings.scanSeconds} ${words.seconds}`}
          onChange={(scanSeconds) => changeSettings({ scanSeconds })}
        />
      ) : null}
      {isMusical ? (
        <Slide
          label={words.volume}
          value={settings.volume}
          least={1}
          most={10}
          shown={`${settings.volume * 10} %`}
          onChange={(volume) => changeSettings({ volume })}
        />
      ) : null}
      <RequestsMade title={words.requests} text={words.requestsText} fromDevice={words.device.fromDevice} />
      <p className="text-ink-soft text-sm">{words.kept}</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className={button} onClick={() => changeSettings(null)}>
          {words.forget}
        </button>
      </div>
      <WaysOut words={words} shown={shown} />
    </div>
  );
}

function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A device may refuse; then everything stays as it is.
  change.catch(() => {});
}
