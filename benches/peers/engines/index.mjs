// The engines, by name; each is loaded only when asked for, so that a fresh process loads one alone.
export const ENGINES = {
  cailiang: () => import("./cailiang.mjs"),
  "@cedar-policy/cedar-wasm": () => import("./cedar.mjs"),
  "@goplasmatic/datalogic": () => import("./datalogic.mjs"),
  "@gorules/zen-engine-wasm32-wasi": () => import("./zen.mjs"),
  publicodes: () => import("./publicodes.mjs"),
  "json-rules-engine": () => import("./json-rules-engine.mjs"),
};
