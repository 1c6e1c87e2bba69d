import type { Settings } from "../api/types.ts";
import { decimal } from "../format/number.ts";
import { counted } from "../format/words.ts";
import { Facts } from "../ui/facts.tsx";

/** What shaped the answer and could have been set otherwise. */
export function SettingsView({ settings }: { settings: Settings }) {
  const set = settings.boundary_set;
  return (
    <section aria-labelledby="settings" class="settings">
      <h2 id="settings">Boundaries and settings</h2>
      <Facts
        rows={[
          ["boundary set", set?.id ?? "none"],
          ["its licence", set?.licence],
          ["its positional error", set && error(set.positional_error_m)],
          ["region told by", settings.region_rule],
          ["edges", settings.edge_rule],
          ["error band", settings.error_rule],
          [
            "“about” is taken as",
            `± the larger of ${decimal(settings.about_relative * 100, 0)} % and ` +
              `${decimal(settings.about_steps, 1)} rounding steps`,
          ],
          ["an edition speaks for", counted(settings.edition_valid_days, "day")],
        ]}
      />
    </section>
  );
}

const error = (metres: number | null) =>
  metres === null ? "not stated" : `± ${decimal(metres, 0)} m`;
