// Keeps what was loaded, so that the page works without a network. The network comes first: what is kept is used only
// when it cannot be reached, so a new version is never hidden by an old one.
const KEPT = "cailiang-workbench";

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fromNetwork(request));
});

/** Every file of the page, by the list that the build writes. */
async function keepAll() {
  const kept = await caches.open(KEPT);
  const list = await fetch("files.json").then((response) => response.json());
  await kept.addAll(["./", ...list]);
}

async function fromNetwork(request) {
  const kept = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) await kept.put(request, response.clone());
    return response;
  } catch (error) {
    const found = await kept.match(request, { ignoreSearch: true });
    if (found) return found;
    throw error;
  }
}
