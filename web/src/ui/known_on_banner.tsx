/** Says that later records are left out, and lets the reader put them back. */
export function KnownOnBanner({ knownOn, clear }: { knownOn: string; clear: () => void }) {
  if (!knownOn) return null;
  return (
    <p class="banner" role="note">
      <span>
        <strong>As known on {knownOn}.</strong> What was recorded or published later is left out.
      </span>
      <button type="button" onClick={clear}>
        Show the latest knowledge
      </button>
    </p>
  );
}
