//! Messages over standard input and output. A message that cannot be read is answered, and the next one is read; only a broken frame ends it.

use std::io::{self, BufRead, Read, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crossbeam_channel::{Receiver, Sender, unbounded};
use lsp_server::{Connection, ErrorCode, Message};
use serde_json::{Value, json};

/// No editor sends more at once.
const LARGEST: usize = 256 * 1024 * 1024;

/// Where replies go.
type Output = Arc<Mutex<dyn Write + Send>>;

/// The threads that read and write.
pub(super) struct Threads {
    writer: JoinHandle<()>,
}

impl Threads {
    /// Waits until everything is written. The reader may wait for input forever, and is left.
    pub(super) fn finish(self) {
        // a writer that panicked has nothing more to say
        let _ = self.writer.join();
    }
}

/// A connection over standard input and output.
pub(super) fn stdio() -> (Connection, Threads) {
    let output: Output = Arc::new(Mutex::new(io::stdout()));
    let (to_server, from_reader) = unbounded();
    let (to_writer, from_server) = unbounded();
    let replies = Arc::clone(&output);
    std::thread::spawn(move || read_all(&mut io::stdin().lock(), &to_server, &replies));
    let writer = std::thread::spawn(move || write_all(&from_server, &output));
    (Connection { sender: to_writer, receiver: from_reader }, Threads { writer })
}

fn write_all(messages: &Receiver<Message>, output: &Output) {
    for message in messages {
        let Ok(mut value) = serde_json::to_value(&message) else { continue };
        value["jsonrpc"] = "2.0".into();
        if write(output, &value).is_err() {
            return;
        }
    }
}

fn write(output: &Output, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    let mut output = output.lock().unwrap_or_else(PoisonError::into_inner);
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

fn read_all(input: &mut dyn BufRead, messages: &Sender<Message>, output: &Output) {
    while let Ok(Some(body)) = frame(input) {
        match message(&body) {
            Ok(message) => {
                if messages.send(message).is_err() {
                    return;
                }
            }
            Err(reply) => {
                if write(output, &reply).is_err() {
                    return;
                }
            }
        }
    }
}

/// The body of the next message; nothing at the end of the input.
fn frame(input: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        // no header is that long
        if input.take(4096).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        let Some((name, value)) = line.split_once(':') else { return Err(io::ErrorKind::InvalidData.into()) };
        if name.trim().eq_ignore_ascii_case("content-length") {
            length = value.trim().parse::<usize>().ok().filter(|length| *length <= LARGEST);
        }
    }
    let Some(length) = length else { return Err(io::ErrorKind::InvalidData.into()) };
    let mut body = Vec::new();
    let read = input.take(length as u64).read_to_end(&mut body)?;
    Ok((read == length).then_some(body))
}

/// The message in a body; else what is replied.
fn message(body: &[u8]) -> Result<Message, Value> {
    let refused = |id: Value, code: ErrorCode, reason: String| json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code as i32, "message": reason } });
    let value: Value =
        serde_json::from_slice(body).map_err(|error| refused(Value::Null, ErrorCode::ParseError, error.to_string()))?;
    let id = value.get("id").cloned();
    let method = value.get("method").is_some();
    let read = serde_json::from_value(value).map_err(|error| error.to_string());
    match (read, id) {
        // one that asks has to be answered by its own number
        (Ok(Message::Notification(_)), Some(id)) if method => {
            Err(refused(id, ErrorCode::InvalidRequest, "the id of a request is a text or a number of 32 bits".to_owned()))
        }
        (Ok(message), _) => Ok(message),
        (Err(reason), id) => Err(refused(id.unwrap_or_default(), ErrorCode::InvalidRequest, reason)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(bodies: &[&str]) -> Vec<u8> {
        let frames = bodies.iter().map(|body| format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        frames.collect::<String>().into_bytes()
    }

    #[test]
    fn what_cannot_be_read_is_answered_and_the_next_is_read() {
        let written: Arc<Mutex<Vec<u8>>> = Arc::default();
        let output: Output = written.clone();
        let (sender, receiver) = unbounded();
        let input = framed(&[
            "{",
            "[1, 2]",
            r#"{"jsonrpc":"2.0","id":99999999999,"method":"shutdown"}"#,
            r#"{"jsonrpc":"2.0","method":"exit"}"#,
        ]);
        read_all(&mut &input[..], &sender, &output);
        drop(sender);
        let methods: Vec<Message> = receiver.iter().collect();
        assert!(matches!(&methods[..], [Message::Notification(exit)] if exit.method == "exit"), "{methods:?}");
        let replies = String::from_utf8(written.lock().unwrap().clone()).expect("UTF-8");
        for part in ["-32700", "-32600", r#""id":null"#, r#""id":99999999999"#] {
            assert!(replies.contains(part), "{part} is not in {replies}");
        }
    }

    #[test]
    fn a_broken_frame_ends_the_input() {
        for input in ["nonsense\r\n\r\n{}", "Content-Length: 99999999999999\r\n\r\n", "Content-Length: 5\r\n\r\n{}", "\r\n\r\n"] {
            assert!(!matches!(frame(&mut input.as_bytes()), Ok(Some(_))), "{input}");
        }
        assert!(matches!(frame(&mut &b"content-length: 2\r\nX: y\r\n\r\n{}"[..]), Ok(Some(body)) if body == b"{}"));
    }
}
