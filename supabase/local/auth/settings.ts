import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { root, type StackConfig } from "../config.ts";

/** What `[auth]` of supabase/config.toml says, with the platform's defaults. Durations are seconds. */
export interface AuthSettings {
  /** Base of every link and `iss` of every token. */
  issuer: string;
  siteUrl: string;
  redirectUrls: string[];
  accessTokenSeconds: number;
  /** A rotated refresh token may be used again for so long, so that two tabs do not lose the session. */
  reuseSeconds: number;
  linkSeconds: number;
  codeLength: number;
  minimumPasswordLength: number;
  allowSignUp: boolean;
  confirmEmail: boolean;
  confirmBothAddresses: boolean;
}

interface AuthTable {
  additional_redirect_urls?: string[];
  jwt_expiry?: number;
  refresh_token_reuse_interval?: number;
  minimum_password_length?: number;
  enable_signup?: boolean;
  email?: {
    enable_signup?: boolean;
    enable_confirmations?: boolean;
    double_confirm_changes?: boolean;
    otp_expiry?: number;
    otp_length?: number;
  };
}

/** Reads the settings. The site is this stack's own studio, whatever its port. Throws when config.toml is not TOML. */
export function readAuthSettings(config: StackConfig): AuthSettings {
  const file = join(root, "supabase", "config.toml");
  const document = existsSync(file) ? (parse(readFileSync(file, "utf8")) as { auth?: AuthTable }) : {};
  const auth = document.auth ?? {};
  const email = auth.email ?? {};
  return {
    issuer: `${config.apiUrl}/auth/v1`,
    siteUrl: config.studioUrl,
    redirectUrls: auth.additional_redirect_urls ?? [],
    accessTokenSeconds: auth.jwt_expiry ?? 86_400,
    reuseSeconds: auth.refresh_token_reuse_interval ?? 10,
    linkSeconds: email.otp_expiry ?? 3600,
    codeLength: email.otp_length ?? 6,
    minimumPasswordLength: auth.minimum_password_length ?? 6,
    allowSignUp: (auth.enable_signup ?? true) && (email.enable_signup ?? true),
    confirmEmail: email.enable_confirmations ?? false,
    confirmBothAddresses: email.double_confirm_changes ?? true,
  };
}
