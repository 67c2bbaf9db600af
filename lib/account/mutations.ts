"use client";

import { AuthError } from "@supabase/supabase-js";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../contract/languages.ts";
import { useSupabase } from "../supabase/browser.tsx";
import { adoptLanguage, rememberLanguage } from "./preferences.ts";
import type { Register, SignIn } from "./schema.ts";

/** What went wrong with a sign-in, a sign-up or a link, as a key of the `authErrors` messages. */
export type AuthProblem =
  | "invalid_credentials"
  | "email_not_confirmed"
  | "email_taken"
  | "weak_password"
  | "same_password"
  | "reauthentication_needed"
  | "rate_limited"
  | "session_missing"
  | "unknown";

const problems: Record<string, AuthProblem> = {
  invalid_credentials: "invalid_credentials",
  email_not_confirmed: "email_not_confirmed",
  user_already_exists: "email_taken",
  email_exists: "email_taken",
  weak_password: "weak_password",
  same_password: "same_password",
  reauthentication_needed: "reauthentication_needed",
  over_email_send_rate_limit: "rate_limited",
  over_request_rate_limit: "rate_limited",
  session_not_found: "session_missing",
};

/** The message to show for an error of the auth server. */
export function authProblem(error: unknown): AuthProblem {
  if (!(error instanceof AuthError)) return "unknown";
  if (error.name === "AuthSessionMissingError") return "session_missing";
  return problems[error.code ?? ""] ?? (error.status === 429 ? "rate_limited" : "unknown");
}

/** Signs in with e-mail and password; the session is kept in cookies. */
export function useSignIn() {
  const supabase = useSupabase();
  return useMutation({
    mutationFn: async (input: SignIn) => {
      const { data, error } = await (await supabase()).auth.signInWithPassword(input);
      if (error) throw error;
      adoptLanguage(data.user.user_metadata.language);
    },
  });
}

/** Makes an account; false when the e-mail address has to be confirmed first. */
export function useSignUp(language: Language, callbackUrl: () => string) {
  const supabase = useSupabase();
  return useMutation({
    mutationFn: async ({ email, password, name }: Register) => {
      const { data, error } = await (await supabase()).auth.signUp({
        email,
        password,
        options: { data: { name, language }, emailRedirectTo: callbackUrl() },
      });
      if (error) throw error;
      return data.session !== null;
    },
  });
}

/** Sends a link that signs in without a password. The answer never tells whether the account exists. */
export function useSendMagicLink(callbackUrl: () => string) {
  const supabase = useSupabase();
  return useMutation({
    mutationFn: async (email: string) => {
      const { error } = await (await supabase()).auth.signInWithOtp({
        email,
        options: { emailRedirectTo: callbackUrl(), shouldCreateUser: false },
      });
      if (error && authProblem(error) === "rate_limited") throw error;
    },
  });
}

/** Sends a link to choose a new password. The answer never tells whether the account exists. */
export function useSendPasswordReset(callbackUrl: () => string) {
  const supabase = useSupabase();
  return useMutation({
    mutationFn: async (email: string) => {
      const { error } = await (await supabase()).auth.resetPasswordForEmail(email, {
        redirectTo: callbackUrl(),
      });
      if (error && authProblem(error) === "rate_limited") throw error;
    },
  });
}

/** Sets the password of the signed-in person. */
export function useChangePassword() {
  const supabase = useSupabase();
  return useMutation({
    mutationFn: async (password: string) => {
      const { error } = await (await supabase()).auth.updateUser({ password });
      if (error) throw error;
    },
  });
}

/** Ends the session on this device. */
export function useSignOut() {
  const supabase = useSupabase();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      // What is still on its way would be refused.
      await client.cancelQueries();
      await (await supabase()).auth.signOut({ scope: "local" });
    },
  });
}

/** Remembers the language on this device and, for someone signed in, in the profile and for other devices. */
export function useChangeLanguage(userId: string | null) {
  const supabase = useSupabase();
  return useMutation({
    mutationFn: async (language: Language) => {
      rememberLanguage(language);
      if (!userId) return;
      const db = await supabase();
      await Promise.all([
        db.auth.updateUser({ data: { language } }),
        db.from("profiles").update({ language }).eq("id", userId),
      ]);
    },
  });
}
