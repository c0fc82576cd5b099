// The threats of the model that is being edited, as a tree: by state; a click goes to the element.
'use strict';

const vscode = require('vscode');

const { debounced } = require('./later.js');
const { firstOf, groups, open } = require('./threats.js');

const ICONS = { open: 'warning', question: 'question', mitigated: 'shield' };

class ThreatPanel {
  #groups = [];
  #uri;
  #changed = new vscode.EventEmitter();
  #view;
  #subscriptions;

  constructor(ask) {
    this.ask = ask;
    this.onDidChangeTreeData = this.#changed.event;
    this.later = debounced(() => this.refresh(), 300);
    this.#view = vscode.window.createTreeView('ward.threats', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [this.#view, this.#changed, vscode.window.onDidChangeActiveTextEditor(() => this.later())];
  }

  /** Asks for the threats of the model that is edited; another text leaves those of the last model. */
  async refresh() {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId === 'ward') this.#uri = document.uri.toString();
    if (!this.#uri) return;
    let threats;
    try {
      ({ threats } = (await this.ask('ward/threats', { textDocument: { uri: this.#uri } })) ?? { threats: [] });
    } catch (error) {
      this.#view.message = error.message;
      return;
    }
    this.#groups = groups(threats, vscode.workspace.getConfiguration('ward.threats').get('show', 'all'));
    const count = open(threats);
    this.#view.badge = count === 0 ? undefined : { value: count, tooltip: count === 1 ? '1 open threat' : `${count} open threats` };
    this.#view.message = threats.length === 0 ? 'No rule applies to this model.' : undefined;
    this.#changed.fire(undefined);
  }

  /** Shows the threats of an element. */
  async reveal(element) {
    this.later.cancel();
    await this.refresh();
    const threat = firstOf(this.#groups, element);
    if (threat) await this.#view.reveal(threat, { select: true, focus: true });
  }

  getParent(node) {
    return this.#groups.find(group => group.threats.includes(node));
  }

  getChildren(node) {
    return node ? node.threats ?? [] : this.#groups;
  }

  getTreeItem(node) {
    return node.threats ? groupItem(node) : threatItem(node);
  }

  dispose() {
    this.later.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function groupItem({ state, title, threats }) {
  const unfolds = state === 'open' ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(title, unfolds);
  item.id = state;
  item.description = String(threats.length);
  item.iconPath = new vscode.ThemeIcon(ICONS[state] ?? 'circle-outline');
  return item;
}

function threatItem({ id, title, state, risk, element, uri, range }) {
  const item = new vscode.TreeItem(title);
  item.description = [risk, id].filter(Boolean).join(' · ');
  // a title comes from a model, so it is shown as a text and not as Markdown
  item.tooltip = [id, title, `${state}${risk ? `, risk ${risk}` : ''}`, element].join('\n');
  const { start, end } = range;
  item.command = {
    command: 'vscode.open',
    title: 'Go to the element',
    arguments: [vscode.Uri.parse(uri), { selection: new vscode.Range(start.line, start.character, end.line, end.character) }],
  };
  return item;
}

module.exports = { ThreatPanel };
