// The picture beside the text: of what the cursor stands in; a click on it goes to where that is written.
'use strict';

const crypto = require('node:crypto');
const vscode = require('vscode');

const { diagramPage } = require('./diagram-page.js');
const { debounced } = require('./later.js');
const { elementAt } = require('./places.js');

class DiagramPanel {
  /** @type {vscode.WebviewPanel | undefined} */
  #panel;
  /** @type {vscode.CancellationTokenSource | undefined} */
  #request;
  #elements = [];
  #svg;
  #editor;
  #subscriptions;

  constructor(extension, ask) {
    this.extension = extension;
    this.ask = ask;
    this.later = debounced(() => this.#draw(), 200);
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
    ];
  }

  show() {
    this.#editor = vscode.window.activeTextEditor;
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      this.later();
      return;
    }
    const media = vscode.Uri.joinPath(this.extension, 'media');
    const panel = vscode.window.createWebviewPanel(
      'ward.diagram',
      'Diagram',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [media], retainContextWhenHidden: true },
    );
    const at = name => panel.webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
    panel.webview.onDidReceiveMessage(message => (message.ready ? this.later() : this.#jump(message.jump)));
    panel.onDidDispose(() => this.#forget());
    panel.webview.html = diagramPage({
      source: panel.webview.cspSource,
      script: at('diagram.js'),
      style: at('diagram.css'),
      nonce: crypto.randomBytes(16).toString('base64'),
    });
    this.#panel = panel;
  }

  #follow(editor) {
    const follows = vscode.workspace.getConfiguration('ward.diagram').get('follow', true);
    if (!this.#panel || !follows || editor?.document.languageId !== 'ward') return;
    this.#editor = editor;
    this.later();
  }

  async #draw() {
    const editor = this.#editor;
    if (!this.#panel || editor?.document.languageId !== 'ward') return;
    this.#request?.cancel();
    const request = new vscode.CancellationTokenSource();
    this.#request = request;
    const uri = editor.document.uri.toString();
    const { line, character } = editor.selection.active;
    // before the first word of a line one means what begins there
    const position = { line, character: Math.max(character, editor.document.lineAt(line).firstNonWhitespaceCharacterIndex) };
    try {
      const picture = await this.ask('ward/diagram', { textDocument: { uri }, position }, request.token);
      if (!picture || this.#request !== request || !this.#panel) return;
      this.#elements = picture.elements;
      this.#panel.title = picture.title;
      // a picture that is the same stays, and with it where it was scrolled to
      const svg = picture.svg === this.#svg ? undefined : picture.svg;
      this.#svg = picture.svg;
      const symbols = (await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri)) ?? [];
      if (this.#request !== request || !this.#panel) return;
      const current = elementAt(picture.elements, symbols, uri, position);
      const places = picture.elements.map(element => element.path);
      this.#panel.webview.postMessage({ title: picture.title, svg, places, current, message: '' });
    } catch (error) {
      const superseded = request.token.isCancellationRequested || this.#request !== request;
      if (!superseded) this.#panel?.webview.postMessage({ message: error.message });
    }
  }

  async #jump(path) {
    const element = this.#elements.find(element => element.path === path);
    if (!element) return;
    const { start } = element.range;
    const at = new vscode.Position(start.line, start.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(element.uri), {
      viewColumn: this.#editor?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
  }

  #forget() {
    this.later.cancel();
    this.#request?.cancel();
    this.#panel = undefined;
    this.#svg = undefined;
  }

  dispose() {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

module.exports = { DiagramPanel };
