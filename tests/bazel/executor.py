"""A remote executor for Bazel, as small as one can be: each action runs in an empty folder that holds what it declared and nothing else.

    executor.py FOLDER      writes FOLDER/port when it listens, and FOLDER/executed, a line an action

It keeps everything in memory, trusts whoever calls it, and listens on this machine alone: for tests.
"""
import concurrent.futures
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import threading

import grpc
import messages_pb2 as m

SHA256 = 1
CHUNK = 1 << 20

folder = pathlib.Path(sys.argv[1])
blobs = {}
results = {}
# a program that is still open for writing cannot be started, and a process that begins meanwhile holds it open
writing = threading.Lock()


def keep(data):
    digest = m.Digest(hash=hashlib.sha256(data).hexdigest(), size_bytes=len(data))
    blobs[digest.hash] = data
    return digest


keep(b"")


def get_capabilities(request, context):
    version = m.SemVer(major=2)
    return m.ServerCapabilities(
        cache_capabilities=m.CacheCapabilities(
            digest_functions=[SHA256], action_cache_update_capabilities=m.CacheCapabilities.Update(update_enabled=True)),
        execution_capabilities=m.ExecutionCapabilities(digest_function=SHA256, exec_enabled=True),
        low_api_version=version, high_api_version=version)


def find_missing(request, context):
    return m.FindMissingBlobsResponse(missing_blob_digests=[digest for digest in request.blob_digests if digest.hash not in blobs])


def get_result(request, context):
    found = results.get(request.action_digest.hash)
    return found if found else context.abort(grpc.StatusCode.NOT_FOUND, "not known")


def update_result(request, context):
    results[request.action_digest.hash] = request.action_result
    return request.action_result


def read(request, context):
    """The name of a blob ends in `blobs/HASH/SIZE`."""
    data = blobs.get(request.resource_name.split("/")[-2])
    if data is None:
        context.abort(grpc.StatusCode.NOT_FOUND, request.resource_name)
    for at in range(request.read_offset, max(len(data), 1), CHUNK):
        yield m.ReadResponse(data=data[at:at + CHUNK])


def write(requests, context):
    parts = [request.data for request in requests]
    return m.WriteResponse(committed_size=keep(b"".join(parts)).size_bytes)


def lay_out(digest, place):
    directory = m.Directory.FromString(blobs[digest.hash])
    place.mkdir(parents=True, exist_ok=True)
    for file in directory.files:
        (place / file.name).write_bytes(blobs[file.digest.hash])
        (place / file.name).chmod(0o555 if file.is_executable else 0o444)
    for link in directory.symlinks:
        (place / link.name).symlink_to(link.target)
    for inner in directory.directories:
        lay_out(inner.digest, place / inner.name)


def tree(place):
    """A folder that an action made, with all that is in it."""
    children = []

    def of(place):
        directory = m.Directory()
        for entry in sorted(place.iterdir()):
            if entry.is_dir():
                inner = of(entry)
                children.append(inner)
                directory.directories.add(name=entry.name, digest=keep(inner.SerializeToString()))
            else:
                executable = bool(entry.stat().st_mode & 0o100)
                directory.files.add(name=entry.name, digest=keep(entry.read_bytes()), is_executable=executable)
        return directory

    return m.Tree(root=of(place), children=children)


def run(action):
    command = m.Command.FromString(blobs[action.command_digest.hash])
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place)
        stands = root / command.working_directory
        variables = {variable.name: variable.value for variable in command.environment_variables}
        with writing:
            lay_out(action.input_root_digest, root)
            for output in [*command.output_files, *command.output_directories]:
                (stands / output).parent.mkdir(parents=True, exist_ok=True)
            process = subprocess.Popen(
                list(command.arguments), cwd=stands, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said, complained = process.communicate()
        with open(folder / "executed", "a") as told:
            told.write(" ".join(command.arguments) + "\n")
        result = m.ActionResult(exit_code=process.returncode, stdout_raw=said, stderr_raw=complained)
        for output in command.output_files:
            if (stands / output).is_file():
                result.output_files.add(path=output, digest=keep((stands / output).read_bytes()))
        for output in command.output_directories:
            if (stands / output).is_dir():
                result.output_directories.add(path=output, tree_digest=keep(tree(stands / output).SerializeToString()))
        return result


def execute(request, context):
    known = None if request.skip_cache_lookup else results.get(request.action_digest.hash)
    action = m.Action.FromString(blobs[request.action_digest.hash])
    result = known or run(action)
    if result.exit_code == 0 and not action.do_not_cache:
        results[request.action_digest.hash] = result
    operation = m.Operation(name=request.action_digest.hash, done=True)
    operation.response.Pack(m.ExecuteResponse(result=result, cached_result=known is not None))
    yield operation


def handlers(service, **methods):
    return grpc.method_handlers_generic_handler(service, {
        name: kind(method, request_deserializer=request.FromString, response_serializer=lambda message: message.SerializeToString())
        for name, (kind, method, request) in methods.items()})


one, stream_out, stream_in = (
    grpc.unary_unary_rpc_method_handler, grpc.unary_stream_rpc_method_handler, grpc.stream_unary_rpc_method_handler)
api = "build.bazel.remote.execution.v2."
server = grpc.server(concurrent.futures.ThreadPoolExecutor(max_workers=16))
server.add_generic_rpc_handlers((
    handlers(api + "Capabilities", GetCapabilities=(one, get_capabilities, m.GetCapabilitiesRequest)),
    handlers(api + "ContentAddressableStorage", FindMissingBlobs=(one, find_missing, m.FindMissingBlobsRequest)),
    handlers(api + "ActionCache", GetActionResult=(one, get_result, m.GetActionResultRequest),
             UpdateActionResult=(one, update_result, m.UpdateActionResultRequest)),
    handlers(api + "Execution", Execute=(stream_out, execute, m.ExecuteRequest)),
    handlers("google.bytestream.ByteStream", Read=(stream_out, read, m.ReadRequest), Write=(stream_in, write, m.WriteRequest)),
))
port = server.add_insecure_port("127.0.0.1:0")
server.start()
(folder / "port").write_text(str(port))
server.wait_for_termination()
