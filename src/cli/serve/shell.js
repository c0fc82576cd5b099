"use strict";
// Follows the model: loads the report anew when it changed, at the place one was looking at, and shows what is wrong where it does not compile.
const at = (id) => document.getElementById(id);
const report = at("report");

// the address of the page names the place in the report, so that it can be shared and survives a reload
const place = () => {
  try { return report.contentWindow.location.hash; } catch { return ""; }
};
report.addEventListener("load", () => {
  const inner = report.contentWindow;
  document.title = inner.document.title || "Ward";
  at("device").textContent = document.title;
  const follow = () => history.replaceState(null, "", inner.location.hash || "#");
  inner.addEventListener("hashchange", follow);
});
addEventListener("hashchange", () => {
  if (!report.hidden && location.hash !== place()) report.contentWindow.location.hash = location.hash;
});

async function show(news) {
  document.body.classList.toggle("broken", !news.sound);
  at("standing").textContent = news.standing;
  const messages = await (await fetch("messages")).text();
  at("messages").textContent = messages;
  at("more").hidden = messages.trim() === "";
  if (!news.sound) {
    at("more").open = true;
    at("stale").hidden = report.hidden;
    return;
  }
  at("more").open = false;
  at("stale").hidden = true;
  if (report.hidden) {
    report.hidden = false;
    report.src = "report.html" + location.hash;
  } else {
    report.contentWindow.location.reload();
  }
}

const events = new EventSource("events");
events.addEventListener("message", (event) => show(JSON.parse(event.data)));
events.addEventListener("error", () => {
  document.body.classList.add("broken");
  at("standing").textContent = "Ward does not answer; this page goes on by itself once it does.";
});
