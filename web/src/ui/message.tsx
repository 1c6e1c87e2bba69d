import type { ComponentChildren } from "preact";

/** A refusal or a failure, in the program's own words. */
export function Refused({ children }: { children: ComponentChildren }) {
  return (
    <p class="refused" role="alert">
      <strong>No answer.</strong> {children}
    </p>
  );
}
