/**
 * A step as the server sent it, with the choices of this phone that it has not heard of yet.
 * @param {import("./types").Step} step
 * @param {import("./types").Entry[]} entries
 */
export function withChoices(step, entries) {
  const choices = entries.filter(({ key }) => key.startsWith("o:/"));
  for (const { payload, path } of choices) {
    const { person, themes, position } = payload;
    const proposal = path.slice("/api/stances/".length);
    if (themes) step.dots = [{ person, themes }, ...(step.dots || []).filter((dots) => dots.person !== person)];
    else {
      const others = (step.stances || []).filter((stance) => stance.person !== person || stance.proposal !== proposal);
      step.stances = [{ person, proposal, position }, ...others];
    }
  }
  return step;
}

/**
 * What the server now has of an entry, put together on the phone so that nobody has to ask for it.
 * @param {import("./types").Entry} entry
 * @param {any} answer
 * @param {import("./types").Form | undefined} form
 * @returns {import("./types").Own}
 */
export function ownFrom({ payload, photo }, answer, form) {
  const first = form && form.fields.find(({ id, type }) => (type === "line" || type === "text") && payload.body[id]);
  const headline = first ? payload.body[first.id].slice(0, 90) : "";
  return { ...payload, editable: !answer.late, hasPhoto: !!photo, kindName: form ? form.name : payload.kind, headline, ...answer };
}
