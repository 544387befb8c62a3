// Keeps what was typed from getting lost: a date that a browser would send as nothing, a page left before it was sent.

/** @param {HTMLInputElement} input */
function tell(input) {
  const told = document.createElement("p");
  told.className = "fault";
  told.id = `${input.id}-bad`;
  told.textContent = input.dataset.badInput || "";
  document.getElementById(told.id)?.remove();
  input.closest(".field")?.append(told);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", told.id);
}

/** @param {HTMLFormElement} form */
function unreadable(form) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[data-bad-input]"));
  // A browser sends an impossible date as an empty one, and the server could not tell.
  return Array.from(inputs).filter((input) => input.validity.badInput);
}

for (const form of document.querySelectorAll("form")) {
  // Faults are told by the page, in its own words; without this script the browser tells what it cannot read.
  form.noValidate = true;
  let isChanged = form.querySelector(".error-summary") !== null;
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", (event) => {
    const faulty = unreadable(form);
    faulty.forEach(tell);
    if (faulty.length > 0) {
      event.preventDefault();
      faulty[0].focus();
    } else {
      isChanged = false;
    }
  });
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
}

/** @type {HTMLElement | null} */ (document.querySelector(".error-summary"))?.focus();
