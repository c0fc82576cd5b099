"""The server on the ventilator, through lsprotocol: a reply that is not as the protocol has it fails here."""
import os
import pathlib
import shutil

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "ventilator"


@pytest.fixture
def model(tmp_path):
    return pathlib.Path(shutil.copytree(EXAMPLE, tmp_path / "ventilator", ignore=shutil.ignore_patterns("out")))


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[os.environ["WARD"], "lsp", "--today", "2026-11-22"]))
async def client(lsp_client: LanguageClient):
    lsp_client.watched = []

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams):
        for registration in params.registrations:
            options = lsp_client.protocol._converter.structure(registration.register_options, types.DidChangeWatchedFilesRegistrationOptions)
            lsp_client.watched += [watcher.glob_pattern for watcher in options.watchers]

    await lsp_client.initialize_session(types.InitializeParams(capabilities=pytest_lsp.client_capabilities("visual-studio-code")))
    yield
    await lsp_client.shutdown_session()


class File:
    """An open file of the model."""

    def __init__(self, client, path):
        self.client, self.uri, self.text, self.version = client, path.as_uri(), path.read_text(), 1
        self.identifier = types.TextDocumentIdentifier(uri=self.uri)
        item = types.TextDocumentItem(uri=self.uri, language_id="ward", version=1, text=self.text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))

    def change(self, text):
        self.text, self.version = text, self.version + 1
        identifier = types.VersionedTextDocumentIdentifier(uri=self.uri, version=self.version)
        whole = types.TextDocumentContentChangeWholeDocument(text=text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(text_document=identifier, content_changes=[whole]))

    def behind(self, words):
        """The position right behind the only place of some words."""
        assert self.text.count(words) == 1, words
        before = self.text[: self.text.index(words) + len(words)]
        line = before.rsplit("\n", 1)[-1]
        return types.Position(line=before.count("\n"), character=len(line.encode("utf-16-le")) // 2)

    async def messages(self, wanted=lambda found: True):
        """What the server says of the text, as soon as it is what is wanted."""
        while True:
            found = self.client.diagnostics.get(self.uri)
            if found is not None and wanted(found):
                return found
            await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)


def errors(messages):
    return [one.code for one in messages if one.severity == types.DiagnosticSeverity.Error]


@pytest.mark.asyncio
async def test_messages_follow_the_text(client, model):
    file = File(client, model / "ventilator.tm")
    assert errors(await file.messages()) == []
    file.change(file.text.replace("data vent_alarm \"Ventilation alarm\" : Alarm ", "data vent_alarm \"Ventilation alarm\" : Alram "))
    assert errors(await file.messages(errors)) == ["TM0206"]


@pytest.mark.asyncio
async def test_hover_and_definition(client, model):
    file = File(client, model / "ventilator.tm")
    position = file.behind("data alarm_pro")
    hover = await client.text_document_hover_async(types.HoverParams(text_document=file.identifier, position=position))
    assert "Default alarm limits and delays of the ward." in hover.contents.value
    position = file.behind("\"Alarm profile\" : Alarm")
    params = types.DefinitionParams(text_document=file.identifier, position=position)
    found = await client.text_document_definition_async(params)
    assert found.uri.startswith("ward-std:/")


@pytest.mark.asyncio
async def test_completion(client, model):
    file = File(client, model / "ventilator.tm")
    await file.messages()
    file.change(file.text + "\ndata more \"More\" : Ala")
    params = types.CompletionParams(text_document=file.identifier, position=file.behind("data more \"More\" : Ala"))
    found = await client.text_document_completion_async(params)
    assert "AlarmProfile" in [item.label for item in found.items]


@pytest.mark.asyncio
async def test_rename_reaches_other_files(client, model):
    file = File(client, model / "ventilator.tm")
    params = types.RenameParams(text_document=file.identifier, position=file.behind("data alarm_pro"), new_name="ward_profile")
    edit = await client.text_document_rename_async(params)
    changed = {change.text_document.uri.rsplit("/", 1)[-1] for change in edit.document_changes}
    assert "ventilator.tm" in changed and len(changed) > 1


@pytest.mark.asyncio
async def test_formatting(client, model):
    file = File(client, model / "views.tm")
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    params = types.DocumentFormattingParams(text_document=file.identifier, options=options)
    assert not await client.text_document_formatting_async(params)
    file.change(file.text.replace("view ", "view   ", 1))
    assert len(await client.text_document_formatting_async(params)) == 1


@pytest.mark.asyncio
async def test_everything_else_is_as_the_protocol_has_it(client, model):
    file = File(client, model / "device.tm")
    whole = types.Range(start=types.Position(line=0, character=0), end=types.Position(line=60, character=0))
    at = types.Position(line=12, character=8)
    identifier = file.identifier
    assert await client.text_document_document_symbol_async(types.DocumentSymbolParams(text_document=identifier))
    assert await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="blower"))
    assert "**/*.tm" in client.watched
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(text_document=identifier))
    assert await client.text_document_selection_range_async(types.SelectionRangeParams(text_document=identifier, positions=[at]))
    assert await client.text_document_code_lens_async(types.CodeLensParams(text_document=identifier))
    assert await client.text_document_inlay_hint_async(types.InlayHintParams(text_document=identifier, range=whole))
    assert (await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(text_document=identifier))).data
    context = types.CodeActionContext(diagnostics=[])
    await client.text_document_code_action_async(types.CodeActionParams(text_document=identifier, range=whole, context=context))
    context = types.ReferenceContext(include_declaration=True)
    await client.text_document_references_async(types.ReferenceParams(text_document=identifier, position=at, context=context))
    await client.text_document_document_highlight_async(types.DocumentHighlightParams(text_document=identifier, position=at))
    root = File(client, model / "ventilator.tm")
    assert await client.text_document_document_link_async(types.DocumentLinkParams(text_document=root.identifier))
