/**
 * The choices that the server refused.
 * @param {import("./types").Outbox} outbox
 */
export function refusedChoices(outbox) {
  return outbox.entries().filter(({ key, state }) => key.startsWith("o:/") && state === "returned");
}

/**
 * A step as the server sent it, with the choices of this phone that it has not heard of yet.
 * @param {import("./types").Step} step
 * @param {import("./types").Entry[]} entries
 */
export function withChoices(step, entries) {
  const choices = entries.filter(({ key }) => key.startsWith("o:/"));
  for (const { payload, path } of choices) {
    const { person, themes, position, backs } = payload;
    const proposal = path.slice("/api/stances/".length);
    if (backs !== undefined) {
      const subject = path.slice("/api/backing/".length);
      const others = (step.backing || []).filter((own) => own.person !== person || own.subject !== subject);
      step.backing = backs ? [{ person, subject }, ...others] : others;
    } else if (themes) step.dots = [{ person, themes }, ...(step.dots || []).filter((dots) => dots.person !== person)];
    else if (position) {
      const others = (step.stances || []).filter((stance) => stance.person !== person || stance.proposal !== proposal);
      step.stances = [{ person, proposal, position }, ...others];
    }
  }
  return step;
}
