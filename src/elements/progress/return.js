// Goes back to the place in a page at which the reader was, once it was asked for.

const HERE = "course-continue-at";

export function returnToPlace() {
  const place = JSON.parse(sessionStorage.getItem(HERE) ?? "null");
  if (!place) return;
  sessionStorage.removeItem(HERE);
  if (location.pathname.endsWith(place.path) && !location.hash) {
    scrollTo({ top: place.y, behavior: "instant" });
  }
}
