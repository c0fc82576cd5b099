// What VS Code starts: the language client, and the panels beside the text.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const { DiagramPanel } = require('./diagram-panel.js');
const { findServer } = require('./server.js');
const { ThreatPanel } = require('./threat-panel.js');

/** Texts inside the program: the library. */
const LIBRARY = 'ward-std';

/** @type {LanguageClient | undefined} */
let client;

async function activate(context) {
  const output = vscode.window.createOutputChannel('Ward', { log: true });
  // a token that is not there would be sent as a second parameter
  const ask = async (method, ...params) => (client?.isRunning() ? client.sendRequest(method, ...params) : undefined);
  const diagram = new DiagramPanel(context.extensionUri, ask);
  const threats = new ThreatPanel(ask);

  context.subscriptions.push(
    output,
    diagram,
    threats,
    vscode.workspace.registerTextDocumentContentProvider(LIBRARY, {
      provideTextDocumentContent: async uri => (await ask('ward/library', { uri: uri.toString() }))?.text,
    }),
    vscode.commands.registerCommand('ward.showDiagram', () => diagram.show()),
    vscode.commands.registerCommand('ward.refreshThreats', () => threats.refresh()),
    vscode.commands.registerCommand('ward.showOutput', () => output.show()),
    vscode.commands.registerCommand('ward.restartServer', () => start(context, output)),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('ward.server')) start(context, output);
      if (change.affectsConfiguration('ward.threats')) threats.refresh();
    }),
    // what is published anew was compiled anew
    vscode.languages.onDidChangeDiagnostics(() => {
      diagram.later();
      threats.later();
    }),
  );
  await start(context, output);
}

/** Starts the server, or starts it again. */
async function start(context, output) {
  await stop();
  const settings = vscode.workspace.getConfiguration('ward.server');
  const found = findServer({ configured: settings.get('path', ''), extension: context.extensionPath });
  if (!found.path) {
    output.error(found.reason);
    const choice = await vscode.window.showErrorMessage(found.reason, 'Open Settings');
    if (choice) vscode.commands.executeCommand('workbench.action.openSettings', 'ward.server.path');
    return;
  }
  output.info(`starts ${found.path} (${found.origin})`);
  client = new LanguageClient(
    'ward',
    'Ward',
    { command: found.path, args: ['lsp', ...settings.get('arguments', [])] },
    {
      documentSelector: ['file', 'untitled', LIBRARY].map(scheme => ({ scheme, language: 'ward' })),
      outputChannel: output,
    },
  );
  try {
    await client.start();
  } catch (error) {
    output.error(error);
    vscode.window.showErrorMessage(`Ward's language server does not start: ${error.message}`);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old?.needsStop()) await old.stop();
}

module.exports = { activate, deactivate: stop };
