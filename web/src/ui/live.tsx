/** Words for a screen reader as soon as they change; the region itself always stands in the page. */
export function Live({ words }: { words: string }) {
  return (
    <p class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {words}
    </p>
  );
}
