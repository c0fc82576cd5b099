//! Answers the browsers of this machine.

use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::cli::exit::{Failure, plain};

use super::board::Board;
use super::http::{Request, answer, head, read};

/// How many connections are answered at a time; a browser keeps one open for each page it shows.
const MOST: usize = 64;
/// How long a browser may take to ask.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a connection that waits for news shows that it is alive.
const ALIVE: Duration = Duration::from_secs(15);
/// What the shell may load: its own files and the report, and nothing from elsewhere. Nobody may put it into a frame.
const SHELL_POLICY: &str = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The report has a policy of its own; in a frame only the shell may have it.
const REPORT_POLICY: &str = "frame-ancestors 'self'";

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// A server on this machine.
#[derive(Debug)]
pub(in crate::cli) struct Server {
    address: SocketAddr,
}

impl Server {
    /// Begins to answer, in a thread of its own; port 0 takes any that is free.
    pub(in crate::cli) fn start(port: u16, board: Board) -> Result<Self, Failure> {
        let failed = |error: &io::Error| match error.kind() {
            ErrorKind::AddrInUse => {
                Failure::Cannot(format!("port {port} is in use; `--port 0` takes one that is free, `--port N` another one"))
            }
            _ => Failure::Cannot(format!("cannot listen on port {port}: {}", plain(error))),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| failed(&error))?;
        let address = listener.local_addr().map_err(|error| failed(&error))?;
        thread::spawn(move || accept(&listener, address, &board));
        Ok(Self { address })
    }

    /// Where browsers find it.
    pub(in crate::cli) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

fn accept(listener: &TcpListener, address: SocketAddr, board: &Board) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        let Ok(mut stream) = stream else {
            // too many open files, for example: gone in a moment
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        if open.fetch_add(1, Ordering::SeqCst) >= MOST {
            open.fetch_sub(1, Ordering::SeqCst);
            continue;
        }
        let (board, open) = (board.clone(), Arc::clone(&open));
        thread::spawn(move || {
            // a browser that went away needs no answer
            let _ = serve(&mut stream, address, &board);
            open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

fn serve(stream: &mut TcpStream, address: SocketAddr, board: &Board) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Some(request) = read(stream) else { return Ok(()) };
    if !is_us(&request.host, address.port()) {
        // a page from elsewhere whose name was made to lead here
        return text(stream, &request, "421 Misdirected Request", "this server answers to localhost only\n");
    }
    if !["GET", "HEAD"].contains(&request.method.as_str()) {
        return text(stream, &request, "405 Method Not Allowed", "nothing here can be changed\n");
    }
    match request.path.as_str() {
        "/" => answer(stream, &request, ("200 OK", HTML), (SHELL_POLICY, include_bytes!("shell.html"))),
        "/shell.css" => answer(stream, &request, ("200 OK", "text/css"), ("", include_bytes!("shell.css"))),
        "/shell.js" => answer(stream, &request, ("200 OK", "text/javascript"), ("", include_bytes!("shell.js"))),
        "/messages" => text(stream, &request, "200 OK", &board.messages()),
        "/report.html" => match board.page() {
            Some(page) => answer(stream, &request, ("200 OK", HTML), (REPORT_POLICY, &page)),
            None => text(stream, &request, "503 Service Unavailable", "There is no report yet: the model does not compile.\n"),
        },
        "/events" if request.method == "GET" => events(stream, board),
        _ => text(stream, &request, "404 Not Found", "there is no such page\n"),
    }
}

fn text(stream: &mut TcpStream, request: &Request, status: &str, body: &str) -> io::Result<()> {
    answer(stream, request, (status, TEXT), (REPORT_POLICY, body.as_bytes()))
}

/// Whether a browser means us by a name.
fn is_us(host: &str, port: u16) -> bool {
    ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{port}") || (port == 80 && host == *name))
}

/// Tells every change, until nobody listens.
fn events(stream: &mut TcpStream, board: &Board) -> io::Result<()> {
    head(stream, "200 OK", "text/event-stream", "")?;
    stream.write_all(b"\r\n")?;
    let mut version = 0;
    loop {
        match board.after(version, ALIVE) {
            Some(news) => {
                version = news.version;
                let json = serde_json::to_string(&news).map_err(io::Error::other)?;
                write!(stream, "data: {json}\n\n")?;
            }
            None => stream.write_all(b": still here\n\n")?,
        }
        stream.flush()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered_to() {
        assert!(is_us("127.0.0.1:7400", 7400) && is_us("localhost:7400", 7400) && is_us("localhost", 80));
        assert!(
            !is_us("evil.example:7400", 7400) && !is_us("localhost:7401", 7400) && !is_us("localhost.evil.example:7400", 7400)
        );
    }
}
