// "Is this family already known?" looks by itself once enough is typed and the writer pauses. It is
// the look-up that the button makes, written down and counted like any other, and tells the same;
// nothing is asked for a single keystroke. Without this script the button is there.
const PAUSE = 1500, MOST = 2;

for (const form of document.querySelectorAll("form[data-lookup]")) begin(form);

function begin(form) {
  const said = document.createElement("p");
  said.className = "govuk-hint";
  said.setAttribute("aria-live", "polite");
  said.dataset.said = "";
  form.append(said);
  let timer = 0, asked = 0, last = "";
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(paused, PAUSE);
  });
  form.addEventListener("submit", () => window.clearTimeout(timer));

  async function paused() {
    const typed = words(form);
    if (typed === last || !isEnough(form)) return;
    if (asked >= MOST) {
      said.textContent = "Press Look to look again.";
      return;
    }
    last = typed;
    asked += 1;
    const told = await answer(form);
    if (words(form) !== typed) return;  // the writer went on
    const before = document.getElementById("answer");
    if (before) before.remove();
    if (told) {
      form.before(told);
      said.textContent = `${told.querySelector("h2").textContent}. It stands above what you typed.`;
    } else {
      said.textContent = "Press Look to see what is missing.";
    }
  }
}

async function answer(form) {
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action, { method: "POST", body, redirect: "error" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.getElementById("answer");
  } catch {
    return null;
  }
}

function words(form) {
  return [...form.elements].filter((box) => box.name !== "csrfmiddlewaretoken")
    .map((box) => (box.type === "radio" && !box.checked ? "" : (box.value ?? "").trim())).join("|");
}

function isEnough(form) {
  const has = (name) => Boolean(form.elements[name]?.value?.trim());
  const place = has("postcode") || has("lines") || has("phone");
  if (!has("purpose")) return false;
  return [...form.querySelectorAll('[name="people-set"]')].some(({ value }) => {
    const one = (name) => has(`people-${value}-${name}`);
    const named = one("given_names") || one("family_name");
    return one("nhs") || (one("given_names") && one("family_name") && (one("born-year") || place))
      || (named && one("born-year") && place);
  });
}
