//! Runs Graphviz: a text goes in through its standard input, its answer comes back, and it is killed when it takes too long.

use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::drawing::dot_engine::{DotError, RunDot};

/// The `dot` that is on the PATH.
#[derive(Debug, Clone, Copy)]
pub struct SystemDot {
    /// How long it may take.
    pub limit: Duration,
}

impl Default for SystemDot {
    fn default() -> Self {
        Self { limit: Duration::from_secs(20) }
    }
}

impl SystemDot {
    /// Whether Graphviz is there and answers.
    ///
    /// # Errors
    /// Where it is missing (the message names the package) or does not work.
    pub fn installed(&self) -> Result<(), DotError> {
        self.run("digraph {}").map(|_| ())
    }
}

impl RunDot for SystemDot {
    fn run(&self, dot: &str) -> Result<String, DotError> {
        run(Command::new("dot").arg("-Tjson0"), dot, self.limit)
    }
}

fn run(command: &mut Command, input: &str, limit: Duration) -> Result<String, DotError> {
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => DotError::NotInstalled,
        _ => DotError::Failed { stderr: error.to_string() },
    })?;
    // Both ways at once, or either side could wait for the other for ever.
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.to_owned();
        // A `dot` that stops reading says why on its standard error.
        thread::spawn(move || stdin.write_all(input.as_bytes()));
    }
    let stdout = child.stdout.take().map(collect);
    let stderr = child.stderr.take().map(collect);
    let status = wait(&mut child, limit)?;
    let (stdout, stderr) = (join(stdout), join(stderr));
    // On "trouble in init_rank" newer versions lose flows and report success.
    if !status.success() || stderr.contains("rror") || stderr.contains("lost") {
        return Err(DotError::Failed { stderr });
    }
    Ok(stdout)
}

fn wait(child: &mut Child, limit: Duration) -> Result<ExitStatus, DotError> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if start.elapsed() < limit => thread::sleep(Duration::from_millis(5)),
            Ok(None) => {
                // It may have ended just now; then there is nothing left to kill.
                let _ = child.kill();
                let _ = child.wait();
                return Err(DotError::TimedOut { seconds: limit.as_secs() });
            }
            Err(error) => {
                return Err(DotError::Failed { stderr: error.to_string() });
            }
        }
    }
}

fn collect(mut pipe: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is still of use.
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn join(reader: Option<JoinHandle<String>>) -> String {
    reader.and_then(|r| r.join().ok()).unwrap_or_default()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let text = "digraph { }\n".repeat(50_000);
        let answer = run(&mut Command::new("cat"), &text, Duration::from_secs(20));
        assert_eq!(answer.map(|a| a.len()), Ok(text.len()));
    }

    #[test]
    fn each_failure_has_its_name() {
        let run = |name: &str, arg: &str, limit| run(Command::new(name).arg(arg), "", limit);
        let second = Duration::from_secs(10);
        assert_eq!(run("ward-has-no-such-program", "", second), Err(DotError::NotInstalled));
        assert_eq!(run("sleep", "30", Duration::from_millis(50)), Err(DotError::TimedOut { seconds: 0 }));
        assert!(matches!(run("ls", "/ward/no/such", second), Err(DotError::Failed { stderr }) if !stderr.is_empty()));
    }
}
