// What VS Code starts: the language client, and the panels beside the text.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const { DiagramPanel } = require('./diagram-panel.js');
const { findServer } = require('./server.js');
const { ThreatPanel } = require('./threat-panel.js');

/** Texts inside the program: the library. */
const LIBRARY = 'ward-std';

/** The command that a chosen completion can bring along: what is to be said next is offered at once. */
const SUGGEST = 'ward.suggest';

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
    vscode.commands.registerCommand(SUGGEST, () => vscode.commands.executeCommand('editor.action.triggerSuggest')),
    vscode.commands.registerCommand('ward.restartServer', () => start(context, output, threats)),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('ward.server')) start(context, output, threats);
      if (change.affectsConfiguration('ward.threats')) threats.refresh();
    }),
    // what is published anew was compiled anew
    vscode.languages.onDidChangeDiagnostics(() => {
      diagram.later();
      threats.later();
    }),
  );
  await start(context, output, threats);
}

/** Starts the server, or starts it again. */
async function start(context, output, threats) {
  await stop();
  const settings = vscode.workspace.getConfiguration('ward.server');
  const found = findServer({ configured: settings.get('path', ''), extension: context.extensionPath });
  if (!found.path) {
    output.error(found.reason);
    const choice = await vscode.window.showErrorMessage(found.reason, 'Open Settings', 'Try Again');
    if (choice === 'Open Settings') vscode.commands.executeCommand('workbench.action.openSettings', 'ward.server.path');
    if (choice === 'Try Again') await start(context, output, threats);
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
      middleware: {
        // a list of threats is read in the panel, not in a notification
        executeCommand: (command, parameters, next) =>
          command === 'ward.threats' ? threats.reveal(parameters[1]) : next(command, parameters),
      },
    },
  );
  client.registerFeature({
    fillClientCapabilities: capabilities => {
      capabilities.experimental = { ...capabilities.experimental, commands: [SUGGEST] };
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  });
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
