// The networks of a run as files for other programs.
import { digits, size } from './format.js';
import { html, nothing } from './html.js';
import { jobFile } from './jobs.js';
import { BEST, JobPanel } from './use-job.js';

const FORMATS = {
  onnx: 'ONNX, for ONNX Runtime and converters',
  torchscript: 'TorchScript, for PyTorch without model code',
  safetensors: 'safetensors, with load.py and a model card',
  html: 'HTML, a page that makes images in any browser',
};

export class ExportPanel extends JobPanel {
  part = 'generator';
  generator = '1';
  formats = new Set(['onnx']);

  constructor(page, name, about) {
    super(page, name, about, 'export');
    const { uses } = about;
    this.parts = ['generator', uses.includes('redraw') && 'redrawer', uses.includes('classify') && 'classifier'];
    this.parts = [...this.parts.filter(Boolean), 'discriminator'];
    // what this page uses is what people come for
    if (this.parts.length > 2) this.part = this.parts[1];
    if (about.export) this.resume(about.export);
  }

  run() {
    const settings = { part: this.part, formats: [...this.formats].join(',') };
    if (this.half) settings.half = 1;
    if (this.part === 'generator' && this.best) settings.best = 1;
    if (this.hasMany()) settings.generator = this.generator;
    this.start(settings);
  }

  hasMany() {
    return this.part === 'generator' && this.about.generators > 1;
  }

  /** A page is for generators of images from latents. */
  offered() {
    const hasPage =
      this.part === 'generator' && this.about.image && this.about.uses.includes('evaluate') && !this.hasMany();
    return Object.keys(FORMATS).filter((format) => format !== 'html' || hasPage);
  }

  choose(part) {
    this.part = part;
    const offered = this.offered();
    for (const format of this.formats) if (!offered.includes(format)) this.formats.delete(format);
    this.page.redraw();
  }

  view() {
    const isIdle = this.formats.size > 0 && !this.state.going;
    return html`
      <section class="panel stack" aria-label="export" id="export">
        <h2>Export</h2>
        <p class="small faint">The network as files for other programs. Each file is run and compared with the network
          first; if one computes something else, none is offered.</p>
        <label class="field">Network
          <select id="export-part" .value=${this.part} @change=${(event) => this.choose(event.target.value)}>
            ${this.parts.map((part) => html`<option value=${part} ?selected=${part === this.part}>${part}</option>`)}
          </select></label>
        ${this.hasMany() ? this.which() : nothing}
        <div class="formats" role="group" aria-label="formats">
          ${this.offered().map((format) => this.format(format))}</div>
        ${this.tick('export-half', '16-bit weights, half the size', 'half')}
        ${this.about.best && this.part === 'generator' ? this.tick('export-best', BEST, 'best') : nothing}
        <div class="row"><button type="button" class="primary" id="export-go" ?disabled=${!isIdle}
          @click=${() => this.run()}>Export</button></div>
        ${this.outcome()}
      </section>`;
  }

  which() {
    const choose = (event) => {
      this.generator = event.target.value;
    };
    const all = Array.from({ length: this.about.generators }, (_, at) => String(at + 1));
    return html`
      <label class="field">Which of ${this.about.generators} generators
        <select id="export-generator" .value=${this.generator} @change=${choose}>
          ${all.map((one) => html`<option value=${one}>${one}</option>`)}
        </select></label>`;
  }

  format(format) {
    const change = (event) => {
      if (event.target.checked) this.formats.add(format);
      else this.formats.delete(format);
      this.page.redraw();
    };
    return html`
      <label class="tick"><input type="checkbox" id="format-${format}" .checked=${this.formats.has(format)}
          @change=${change}>${FORMATS[format]}</label>`;
  }

  result(done) {
    const { part, proofs, files, notices } = done;
    const zip = jobFile(done, 'export.zip', `${this.name}-${part}.zip`);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const proof = ({ file, difference, bound, ranBy }) => html`
      <tr><th scope="row">${file}<br><span class="faint">${ranBy}</span></th>
        <td class="number">${digits(difference, 2)}</td><td class="number">${bound}</td></tr>`;
    return html`
      <p class="small faint">Largest difference from the network on fixed inputs, and what ran the file.</p>
      <div class="scroll" tabindex="0" role="group" aria-label="proof"><table class="numbers proof">
        <thead><tr><th scope="col">File</th><th scope="col" class="number">Difference</th>
          <th scope="col" class="number">Allowed</th></tr></thead>
        <tbody>${proofs.map(proof)}</tbody></table></div>
      ${notices.map((line) => html`<p class="small faint">${line}</p>`)}
      <div class="row">
        <a class="button" id="export-zip" download href=${zip}>Download zip</a>
        <span class="small faint">${files.map(({ name }) => name).join(', ')}: ${size(bytes)}</span>
      </div>`;
  }
}
