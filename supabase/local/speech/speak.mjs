// Speaks words with eSpeak NG. A process of its own, so that nothing of the studio is linked with it: it reads one JSON
// object a line, {id, language, text}, and answers in the same order with {id, wav} (base64) or {id, error}. It ends when
// nobody is there to ask any more.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

/** Voice, words a minute and pitch (0 to 99): a bright, unhurried voice that small children can follow. */
const manner = { variant: "+f2", pace: "125", pitch: "55" };
const voices = { fr: "fr", en: "en", es: "es", it: "it", de: "de" };

// The engine seeds its noises with the time of day. A word that is said twice is to be the same sound.
Date.now = () => 0;

const folder = new URL("./node_modules/espeak-ng/dist/", import.meta.url);
const { default: openEngine } = await import(new URL("espeak-ng.js", folder).href);
const engine = await WebAssembly.compile(await readFile(new URL("espeak-ng.wasm", folder)));

async function speak(language, text) {
  const voice = voices[language];
  if (!voice) throw new Error(`There is no voice for "${language}".`);
  const { variant, pace, pitch } = manner;
  const complaints = [];
  // The engine is a command line program: each run gets an instance of its own.
  const run = await openEngine({
    arguments: ["-v", voice + variant, "-s", pace, "-p", pitch, "-w", "out.wav", "--", text],
    print: () => {},
    printErr: (line) => complaints.push(line),
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(engine, imports).then((instance) => done(instance, engine));
      return {};
    },
  });
  try {
    return Buffer.from(run.FS.readFile("out.wav"));
  } catch {
    throw new Error(complaints.at(-1) ?? "The engine made no sound.");
  }
}

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  let id = null;
  try {
    const request = JSON.parse(line);
    id = request.id;
    say({ id, wav: (await speak(request.language, String(request.text))).toString("base64") });
  } catch (error) {
    say({ id, error: error.message });
  }
}
