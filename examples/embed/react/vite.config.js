// The dev server must leave the package as it is, so that it finds its module beside it; the build needs no setting.
export default { base: "./", optimizeDeps: { exclude: ["cailiang"] } };
