// The page that shows a picture: no script and no style but the extension's own, nothing from anywhere else.
'use strict';

/** @param {{ source: string, script: string, style: string, nonce: string }} parts */
function diagramPage({ source, script, style, nonce }) {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    // the letters of a picture are in the picture
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>Diagram</title>
</head>
<body>
<header><h1 id="title"></h1><button id="smaller" title="Smaller">−</button><button id="fit" title="Fit the panel">fit</button><button id="larger" title="Larger">+</button></header>
<main id="picture" tabindex="0" aria-label="Diagram"></main>
<p id="message" role="status">Put the cursor into a threat model.</p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

module.exports = { diagramPage };
