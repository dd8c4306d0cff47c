export function scene() { return { node: document.createElement('div'), update() {}, close() {} }; }
