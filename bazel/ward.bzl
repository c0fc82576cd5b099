"""Threat models as Bazel targets: one action an artifact, from declared sources, in the sandbox, cached, and run anew after an edit.

    load("//bazel:ward.bzl", "threat_model", "threat_model_test")

    threat_model(
        name = "pump",
        srcs = glob(["*.tm", "*.json"]) + ["ward.toml"],
        manifest = "ward.toml",
        outputs = ["threats.md", "ports.csv", "matrix-mdr.md", "dfd-context.svg", "sarif.json"],
        today = "2026-11-22",
        ward = "//tools:ward",
    )
"""

ThreatModelInfo = provider(
    doc = "What a model, or a library of modules, is read from.",
    fields = {"sources": "The files, with those of its libraries."},
)

def _sources(ctx):
    return depset(ctx.files.srcs, transitive = [dep[ThreatModelInfo].sources for dep in ctx.attr.libraries])

def _folder(file):
    return file.dirname if file.dirname else "."

def _arguments(output):
    """What `ward emit` calls an artifact by its file's name."""
    stem = output.rpartition(".")[0]
    if stem.startswith("matrix-"):
        return ["matrix", "--standard", stem[len("matrix-"):]]
    if stem.startswith("dfd-"):
        return ["dfd", "--view", stem[len("dfd-"):]]
    return [stem]

def _threat_model_impl(ctx):
    sources = _sources(ctx)
    made = []
    for output in ctx.attr.outputs:
        file = ctx.actions.declare_file(ctx.label.name + "/" + output)
        arguments = ctx.actions.args()
        arguments.add("emit")
        arguments.add_all(_arguments(output))
        arguments.add(_folder(ctx.file.manifest))
        arguments.add("--today", ctx.attr.today)

        # the sandbox holds links to the sources
        arguments.add("--follow-links")
        arguments.add("-o", file)
        ctx.actions.run(
            executable = ctx.executable.ward,
            arguments = [arguments],
            inputs = sources,
            outputs = [file],
            mnemonic = "WardEmit",
            progress_message = "Writing %s of %s" % (output, ctx.label),
        )
        made.append(file)
    return [DefaultInfo(files = depset(made)), ThreatModelInfo(sources = sources)]

# The day is said, not taken from a clock: the same sources give the same result wherever and whenever an action runs.
_TODAY = attr.string(mandatory = True, doc = "The day decisions are held against, 2026-11-22.")
_WARD = attr.label(mandatory = True, executable = True, cfg = "exec", allow_single_file = True, doc = "The program.")
_MANIFEST = attr.label(mandatory = True, allow_single_file = True, doc = "The model's ward.toml.")
_SRCS = attr.label_list(mandatory = True, allow_files = True, doc = "All files of the model, ward.toml and documents such as bills of materials among them.")
_LIBRARIES = attr.label_list(providers = [ThreatModelInfo], doc = "Libraries that the manifest names, each a `threat_library`.")

threat_model = rule(
    implementation = _threat_model_impl,
    doc = "The artifacts of a model.",
    attrs = {
        "srcs": _SRCS,
        "manifest": _MANIFEST,
        "libraries": _LIBRARIES,
        "outputs": attr.string_list(mandatory = True, doc = "Names of artifacts as `ward build` writes them."),
        "today": _TODAY,
        "ward": _WARD,
    },
)

def _threat_library_impl(ctx):
    return [DefaultInfo(files = depset(ctx.files.srcs)), ThreatModelInfo(sources = _sources(ctx))]

threat_library = rule(
    implementation = _threat_library_impl,
    doc = "Modules that models import.",
    attrs = {"srcs": _SRCS, "libraries": _LIBRARIES},
)

def _threat_model_test_impl(ctx):
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    folder = ctx.file.manifest.short_path.rpartition("/")[0] or "."
    command = "#!/bin/sh\nexec '%s' check '%s' --follow-links --today '%s'\n" % (ctx.executable.ward.short_path, folder, ctx.attr.today)
    ctx.actions.write(script, command, is_executable = True)
    runfiles = ctx.runfiles(files = [ctx.executable.ward], transitive_files = _sources(ctx))
    return [DefaultInfo(executable = script, runfiles = runfiles)]

threat_model_test = rule(
    implementation = _threat_model_test_impl,
    doc = "Passes where the model compiles and its gate lets it pass.",
    test = True,
    attrs = {"srcs": _SRCS, "manifest": _MANIFEST, "libraries": _LIBRARIES, "today": _TODAY, "ward": _WARD},
)
