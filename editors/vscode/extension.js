// Starts `caucus lsp` for texts in the Accord language. All that it knows of a text, the server tells it.
'use strict';

const { workspace, window } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

async function start() {
  const settings = workspace.getConfiguration('accord');
  const server = { command: settings.get('command') || 'caucus', args: ['lsp', '--lang', settings.get('language') || 'en'] };
  client = new LanguageClient('accord', 'Accord', server, { documentSelector: [{ language: 'accord' }] });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    window.showErrorMessage(`Accord: \`${server.command}\` cannot be started (${error.message}). Name the program in the setting "accord.command".`);
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop();
  }
}

exports.activate = async (context) => {
  context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('accord')) {
        await stop();
        await start();
      }
    }),
  );
  await start();
};

exports.deactivate = stop;
