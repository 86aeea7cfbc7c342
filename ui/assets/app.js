// What the page does by itself: show the evidence of a marker, filter the table, remember language and theme.
// No framework and no text of its own; everything it touches was escaped by ui/markup.py.
(() => {
  "use strict";
  const store = {
    get: (key) => { try { return localStorage.getItem(`depeche-${key}`); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(`depeche-${key}`, value); } catch { /* private window */ } },
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function flash(element) {
    element.classList.remove("flash");
    void element.offsetWidth; // restarts the animation
    element.classList.add("flash");
  }

  function show(element) {
    element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    element.focus({ preventScroll: true });
    flash(element);
    const card = element.closest(".card, [data-wanted]");
    if (card) flash(card);
  }

  // Puts the focus on what takes the place of a pressed button, once it is there and can be seen.
  function settle(element, selector, frames = 60) {
    requestAnimationFrame(() => {
      const target = element.querySelector(selector);
      if (target?.matches(".turn")) target.tabIndex = -1;
      target?.focus({ preventScroll: true });
      if (target && document.activeElement === target) done = "";
      else if (frames) settle(element, selector, frames - 1);
    });
  }

  function announce(text) {
    let region = document.getElementById("announcer");
    if (!region) {
      region = document.createElement("div");
      region.id = "announcer";
      region.setAttribute("aria-live", "polite");
      document.body.append(region);
    }
    if (region.textContent !== text) region.textContent = text;
  }

  // A file that the reader saves; nothing of it stays on the server.
  function save(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch { // not allowed, or no secure context
      const field = document.createElement("textarea");
      field.value = button.dataset.copy;
      button.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const words = button.textContent;
    if (words === button.dataset.done) return;
    button.textContent = button.dataset.done;
    announce(button.dataset.done);
    setTimeout(() => { button.textContent = words; }, 1500);
  }

  function sort(button) {
    const head = button.closest("th"), row = head.parentElement, body = row.closest("table").tBodies[0];
    const column = [...row.children].indexOf(head);
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of row.children) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const key = (line) => {
      const cell = line.cells[column], time = cell.querySelector("time");
      return cell.querySelector(".day") ? time?.dateTime ?? "" : cell.textContent;
    };
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const lines = [...body.rows].sort((one, other) => order(key(one), key(other)));
    body.append(...(up ? lines : lines.reverse()));
  }

  // The address of the page becomes that of the open article, to be kept, sent and opened again.
  function stand(hash) {
    history.replaceState(history.state, "", hash || location.pathname);
  }

  // A tap on the bar at a phone's foot.
  function walk(to) {
    document.querySelector(`#rooms [role="tablist"] [data-tab-id="${to === "articles" ? to : "questions"}"]`).click();
    requestAnimationFrame(() => {
      const evidence = document.querySelector("#latest .evidence");
      if (to === "sources" && evidence) {
        evidence.tabIndex = -1;
        evidence.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
        evidence.focus({ preventScroll: true });
      } else if (to === "question") window.depeche.compose();
      else scrollTo({ top: 0 });
    });
  }

  function dark(on) {
    document.body.classList.toggle("dark", on);
    document.documentElement.style.colorScheme = on ? "dark" : "light";
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.marker, a.pilcrow");
    const target = link && document.getElementById(link.hash.split(/[#/]/).at(-1));
    if (target) {
      event.preventDefault();
      show(target);
      if (link.hash.startsWith("#/")) stand(link.hash);
    }
    if (link) from = link;
    const button = event.target.closest?.("[data-copy], [data-sort], [data-fold]");
    if (button?.dataset.copy !== undefined) copy(button);
    if (button?.dataset.sort !== undefined) sort(button);
    if (button?.dataset.fold !== undefined) button.closest("details").open = false;
    const foot = event.target.closest?.("[data-foot]");
    if (foot) walk(foot.dataset.foot);
    if (event.target.closest?.("[data-theme]")) {
      dark(!document.body.classList.contains("dark"));
      store.set("theme", document.body.classList.contains("dark") ? "dark" : "light");
    }
  });

  // Escape leads back from the evidence to its marker, closes what is unfolded, or stops the search.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const unfolded = event.target.closest?.("details.filters[open], details.judge[open], details.removal[open]");
    if (unfolded) {
      unfolded.open = false;
      unfolded.querySelector("summary").focus();
    } else if (event.target.closest?.(".evidence mark") && from?.isConnected) from.focus();
    else document.querySelector("#stop:not([hidden])")?.click();
  });

  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("input.filter")) return;
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of document.querySelectorAll("table.articles tbody tr")) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });

  function restoreTheme() {
    const theme = store.get("theme");
    if (theme) dark(theme === "dark");
  }

  // A full queue answers 503; what Gradio says then is neither the reader's language nor of any help.
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetched(...asked);
    if (answer.status === 503 && String(asked[0]?.url ?? asked[0]).includes("/queue/join")) {
      const busy = document.querySelector("#nameplate .busy");
      busy.hidden = false;
      setTimeout(() => { busy.hidden = true; }, 8000);
    }
    return answer;
  };

  const spoken = document.documentElement.lang; // as ui/tongue.py chose it; Gradio may change it while mounting
  let seen = "";
  let from = null; // the marker followed last
  let open = () => {}; // opens an article in the reader
  let done = ""; // what the reader did last: where its button is replaced, the focus goes on from there
  window.depeche = {
    // Called once Gradio has mounted the page, and so has put its own theme on it.
    language: () => {
      restoreTheme();
      const [, article, place] = location.hash.match(/^#\/([a-z0-9-]+)(?:\/p(\d+))?$/) ?? [];
      if (article) setTimeout(() => open({ open: article, paragraph: place ? String(place - 1) : "" }));
      return spoken;
    },
    speak: (language) => {
      document.documentElement.lang = language;
      // read by ui/tongue.py
      document.cookie = `depeche-language=${language}; path=/; max-age=31536000; samesite=lax`;
      return language;
    },
    // Turns what is clicked or sent inside `element` into an event of Gradio's, with what the page wrote on it.
    hear: (element, trigger) => {
      if (element.closest("#latest")) open = (where) => { done = "open"; trigger("open", where); };
      element.addEventListener("click", (event) => {
        const picked = event.target.closest("button[data-open], button[data-ask], button[data-act]");
        if (!picked) return;
        done = picked.dataset.act ?? (picked.dataset.open ? "open" : "ask");
        trigger(done, { ...picked.dataset });
      });
      element.addEventListener("submit", (event) => {
        event.preventDefault();
        const form = event.target;
        done = form.dataset.act;
        trigger(form.dataset.act, { ...form.dataset, ...Object.fromEntries(new FormData(form)) });
        const fold = form.closest("details");
        if (!fold) return;
        fold.open = false;
        form.reset();
      });
    },
    // Called when the filters have been written anew.
    resume: (element) => {
      if (["filter", "drop"].includes(done)) settle(element, "summary");
    },
    // Gradio names its drop zone in the browser's language; ours is the reader's.
    label: (element) => {
      const heading = element.querySelector("h2"), zone = document.querySelector("#files button[aria-dropeffect]");
      if (heading && zone) zone.setAttribute("aria-label", heading.textContent);
    },
    compose: () => document.querySelector("#box textarea").focus(),
    save: (element) => {
      const parcel = element.querySelector("[data-file]");
      if (parcel) save(parcel.dataset.file, parcel.dataset.text);
    },
    // Called when an answer or article has been put on the page: bring what is new into view, tell who listens.
    follow: (element) => {
      const turn = element.querySelector(".turn");
      if (turn && turn.id !== seen) {
        seen = turn.id;
        turn.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
      }
      const said = element.querySelector("[data-announce]");
      if (said) announce(said.dataset.announce);
      if (said && ["retry", "widen"].includes(done)) settle(element, ".turn");
      const wanted = element.querySelector("[data-wanted]");
      const read = element.querySelector(".reading");
      const article = read?.dataset.article;
      if (read) stand(article && `#/${article}${wanted ? `/${wanted.id}` : ""}`);
      if (wanted) requestAnimationFrame(() => show(wanted.querySelector("mark") ?? wanted));
      else if (element.querySelector(".reading")) element.scrollIntoView({ block: "nearest" });
      if (done === "remove") settle(element, ".gone button");
      else if (!wanted && ["open", "restore"].includes(done)) settle(element, ".reading h2");
    },
  };

  addEventListener("DOMContentLoaded", restoreTheme); // before the first paint
})();
