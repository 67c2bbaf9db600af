"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import { useSupabase, useSupabaseAside } from "../supabase/browser.tsx";
import { accountKeys } from "./queries.ts";
import type { AccountChange, EmailChange, PasswordChange } from "./settings-schema.ts";

/** Changes the name that others see. */
export function useRenameAccount() {
  return useMutation({
    mutationFn: (name: string) =>
      requestJson<unknown>("/api/users/me", { method: "PATCH", json: { name } satisfies AccountChange }),
  });
}

/**
 * Asks for the password once more, since the computer of a class is open to many hands. The session that this opens
 * beside the page's own is ended at once. Throws what Auth says of a wrong password.
 */
function useProof() {
  const aside = useSupabaseAside();
  return async (email: string, password: string): Promise<void> => {
    const { auth } = await aside();
    const { error } = await auth.signInWithPassword({ email, password });
    if (error) throw error;
    await auth.signOut({ scope: "local" });
  };
}

/** Another password for whoever knows the present one; every other session ends. Throws an `AuthError`. */
export function useReplacePassword(email: string) {
  const supabase = useSupabase();
  const prove = useProof();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ current, password }: PasswordChange) => {
      await prove(email, current);
      // Hosted projects can be told to ask for the present password themselves.
      const { error } = await (await supabase()).auth.updateUser({ password, current_password: current });
      if (error) throw error;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: accountKeys.sessions }),
  });
}

/**
 * Another e-mail address for whoever knows the password. Answers true while letters to both addresses wait to be
 * opened, false where the address is changed already. Throws an `AuthError`.
 */
export function useReplaceEmail(present: string, callbackUrl: () => string) {
  const supabase = useSupabase();
  const prove = useProof();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, current }: EmailChange): Promise<boolean> => {
      await prove(present, current);
      const { auth } = await supabase();
      const { data, error } = await auth.updateUser({ email }, { emailRedirectTo: callbackUrl() });
      if (error) throw error;
      client.setQueryData(accountKeys.pendingEmail, data.user.new_email ?? null);
      // The name in the session follows the address.
      if (!data.user.new_email) await auth.refreshSession();
      return Boolean(data.user.new_email);
    },
  });
}

/** The address that waits to be confirmed, or null. */
export function usePendingEmail() {
  const supabase = useSupabase();
  return useQuery({
    queryKey: accountKeys.pendingEmail,
    queryFn: async () => {
      const { data, error } = await (await supabase()).auth.getUser();
      if (error) throw error;
      return data.user.new_email ?? null;
    },
    staleTime: 10_000,
  });
}

/** Ends every session of mine but this one. */
export function useSignOutElsewhere() {
  const supabase = useSupabase();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error } = await (await supabase()).auth.signOut({ scope: "others" });
      if (error) throw error;
    },
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.sessions }),
  });
}
