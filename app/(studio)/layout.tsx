import { WorkFrame } from "../work-frame";

/** What the page stands on comes with the request. */
export const instant = false;

export default function StudioLayout({ children }: LayoutProps<"/">) {
  return <WorkFrame words="studio">{children}</WorkFrame>;
}
