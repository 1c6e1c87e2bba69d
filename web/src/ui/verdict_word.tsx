import { verdictLook } from "../format/verdict.ts";

/** A verdict's word beside its mark. */
export function VerdictWordTag({ word }: { word: string }) {
  const look = verdictLook(word);
  return (
    <span class={`verdict verdict-${word}`} title={look.meaning}>
      <span class="verdict-mark" aria-hidden="true">
        {look.mark}
      </span>
      {look.phrase}
    </span>
  );
}
