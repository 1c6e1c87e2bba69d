//! Claims printed as they come, in the forms that allow it.

use crate::{
    args::ReadArgs,
    command::{sources::Refused, talk},
    exit::Failure,
    output::{Format, write_records},
    wire::{ClaimJson, ProblemJson},
};
use seisin_answer::ReportRead;
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

/// How many reports that cannot be taken are told one by one.
const TOLD_SINGLY: usize = 20;

/// Prints claims, problems and refusals.
pub(super) struct Printer {
    format: Format,
    problems: Option<Problems>,
    held: Vec<ClaimJson>,
    refused: usize,
}

impl Printer {
    pub(super) fn new(args: &ReadArgs) -> Result<Self, Failure> {
        let problems = args.problems.as_deref().map(Problems::create).transpose()?;
        Ok(Self { format: args.format, problems, held: Vec::new(), refused: 0 })
    }

    pub(super) fn print(
        &mut self,
        reports: &[ReportRead],
        refused: &[Refused],
    ) -> Result<(), Failure> {
        for report in reports {
            let document = &report.captured.document;
            let claims = report.reading.claims.iter();
            let claims: Vec<ClaimJson> =
                claims.map(|claim| ClaimJson::new(claim, Some(document))).collect();
            if let Some(file) = &mut self.problems {
                for problem in &report.reading.problems {
                    file.write(&ProblemJson::new(problem, Some(document)))?;
                }
            }
            if self.format == Format::Jsonl {
                write_records(&mut std::io::stdout().lock(), Format::Jsonl, &claims)?;
            } else {
                self.held.extend(claims);
            }
        }
        refused.iter().try_for_each(|refused| self.tell(refused))
    }

    fn tell(&mut self, refused: &Refused) -> Result<(), Failure> {
        self.refused += 1;
        if self.refused <= TOLD_SINGLY {
            talk(&format!("failed to {}", refused.sentence));
        }
        match &mut self.problems {
            Some(file) => {
                file.write(&ProblemJson::not_read(&refused.place, refused.sentence.clone()))
            }
            None => Ok(()),
        }
    }

    pub(super) fn finish(mut self) -> Result<(), Failure> {
        if let Some(file) = &mut self.problems {
            file.flush()?;
        }
        if self.refused > TOLD_SINGLY {
            let more = self.refused - TOLD_SINGLY;
            talk(&format!("{more} more could not be taken\nhint: --problems FILE lists them all"));
        }
        if self.format != Format::Jsonl {
            write_records(&mut std::io::stdout().lock(), self.format, &self.held)?;
        }
        Ok(())
    }
}

/// The file of problems.
struct Problems {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Problems {
    fn create(path: &Path) -> Result<Self, Failure> {
        let file = File::create(path).map(BufWriter::new).map_err(|error| cannot(path, &error))?;
        Ok(Self { path: path.to_owned(), file })
    }

    fn write(&mut self, problem: &ProblemJson) -> Result<(), Failure> {
        let line = serde_json::to_writer(&mut self.file, problem).map_err(std::io::Error::from);
        line.and_then(|()| writeln!(self.file)).map_err(|error| cannot(&self.path, &error))
    }

    fn flush(&mut self) -> Result<(), Failure> {
        self.file.flush().map_err(|error| cannot(&self.path, &error))
    }
}

fn cannot(path: &Path, error: &std::io::Error) -> Failure {
    Failure::to(&format!("write {}", path.display()), error)
}
