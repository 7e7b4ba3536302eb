/* Pictures and files. Pictures of this playground are shown; any other address is only a link. */

import { h, icon } from "./dom.js";

const OWN = /^\/files\//;

/** A thumbnail or gallery picture; a spoiler hides it until pressed. */
export function picture(part, look) {
  const address = part.media?.url || "";
  const named = part.description || "Picture";
  if (!OWN.test(address))
    return h("a.away", { href: address, target: "_blank", rel: "noopener noreferrer" }, named, " (elsewhere)");
  const image = h(`img.${look}`, { src: address, alt: part.description || "", loading: "lazy" });
  const link = h("a", { href: address, target: "_blank", "aria-label": `${named}, opens whole` }, image);
  if (!part.spoiler) return link;
  const show = h("button.unveil", { type: "button", "aria-label": `Spoiler: show ${named}` }, "Spoiler");
  show.addEventListener("click", () => show.replaceWith(link));
  return show;
}

/** Several pictures side by side. */
export function gallery(part) {
  return h("div.gallery", { "data-count": part.items.length }, part.items.map((item) => picture(item, "gallery-picture")));
}

/** A file to download. */
export function drawFile(file) {
  const own = OWN.test(file.url || "");
  return h(
    "div.file",
    { "data-testid": "file" },
    icon("file"),
    h(
      "span.file-words",
      {},
      h("a", { href: file.url, download: own ? file.name : null, target: own ? null : "_blank", rel: "noopener noreferrer" }, file.name),
      h("span.quiet", {}, size(file.size)),
    ),
  );
}

/** A file's size in words. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
