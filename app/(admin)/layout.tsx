import { StaffNav } from "@/components/moderation/staff-nav";
import { requireStaff } from "@/lib/supabase/session";
import { WorkFrame } from "../work-frame";

/** What the page stands on comes with the request. */
export const instant = false;

export default async function AdminLayout({ children }: LayoutProps<"/">) {
  await requireStaff();
  return (
    <WorkFrame words="admin">
      <StaffNav />
      {children}
    </WorkFrame>
  );
}
