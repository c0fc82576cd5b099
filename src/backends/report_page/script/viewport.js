// One picture under a frame: drag, wheel, pinch, keys and buttons move and enlarge it.

const MOST = 12;

class Viewport {
  constructor(frame) {
    this.frame = frame;
    this.svg = frame.querySelector("svg");
    this.svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
    this.whole = this.svg.viewBox.baseVal;
    this.whole = [this.whole.width, this.whole.height];
    this.fingers = new Map();
    this.moved = false;
    this.reset();
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", "Picture: arrow keys move it, plus and minus enlarge and shrink it, 0 shows all of it");
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    frame.addEventListener("pointerdown", (event) => this.down(event));
    frame.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) frame.addEventListener(name, (event) => this.fingers.delete(event.pointerId));
    frame.addEventListener("keydown", (event) => this.key(event));
    frame.before(this.bar());
  }

  bar() {
    const bar = make("div", "", { class: "bar" });
    const acts = [["+", "Enlarge", () => this.zoom(1.4)], ["−", "Shrink", () => this.zoom(1 / 1.4)], ["All", "Show all of the picture", () => this.reset()]];
    for (const [sign, name, act] of acts) {
      const button = make("button", sign, { type: "button", "aria-label": name });
      button.addEventListener("click", act);
      bar.append(button);
    }
    return bar;
  }

  reset() {
    const [width, height] = this.whole;
    this.box = { x: 0, y: 0, width, height };
    this.apply();
  }

  apply() {
    const { x, y, width, height } = this.box;
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  }

  /** A place on the screen in the picture's own measure. */
  at(x, y) {
    const matrix = this.svg.getScreenCTM();
    return matrix ? new DOMPoint(x, y).matrixTransform(matrix.inverse()) : new DOMPoint(0, 0);
  }

  zoom(by, centre = null) {
    const { box, whole } = this;
    const width = Math.min(Math.max(box.width / by, whole[0] / MOST), whole[0] * 1.5);
    const scale = width / box.width;
    const { x, y } = centre ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    this.box = { x: x - (x - box.x) * scale, y: y - (y - box.y) * scale, width, height: box.height * scale };
    this.apply();
  }

  pan(x, y) {
    this.box.x += x;
    this.box.y += y;
    this.apply();
  }

  /** Shrinking beyond the whole is left to the page, which then scrolls. */
  wheel(event) {
    if (event.deltaY > 0 && this.box.width >= this.whole[0]) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 400), this.at(event.clientX, event.clientY));
  }

  down(event) {
    this.fingers.set(event.pointerId, event);
    this.moved = false;
  }

  move(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const far = Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (!this.moved && far < 4) return;
    this.moved = true;
    const others = [...this.fingers.values()].filter((other) => other.pointerId !== event.pointerId);
    const from = this.at(before.clientX, before.clientY);
    const to = this.at(event.clientX, event.clientY);
    if (others.length === 0) this.pan(from.x - to.x, from.y - to.y);
    else {
      const still = this.at(others[0].clientX, others[0].clientY);
      const apart = (point) => Math.hypot(point.x - still.x, point.y - still.y) || 1;
      this.zoom(apart(to) / apart(from), still);
    }
    this.fingers.set(event.pointerId, event);
  }

  key(event) {
    if (event.target !== this.frame) return;
    const step = this.box.width / 10;
    const acts = {
      ArrowLeft: () => this.pan(-step, 0), ArrowRight: () => this.pan(step, 0), ArrowUp: () => this.pan(0, -step), ArrowDown: () => this.pan(0, step),
      "+": () => this.zoom(1.4), "=": () => this.zoom(1.4), "-": () => this.zoom(1 / 1.4), 0: () => this.reset(),
    };
    if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[event.key]();
  }
}
