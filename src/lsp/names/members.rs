//! Walks the members of a file.

use crate::compile::Compilation;
use crate::model::{AttributeId, ElementId, Kind, KindSet, Scope, TypeId, ValueType};
use crate::syntax::ast::{self, Body, Declaration, Expr, ExprKind, Flow, Import, Imported, Keyword, Member, Name, Path};
use crate::text::{FileId, SourceMap, Span};

use super::expressions::{Known, of_value_type};
use super::local::Locals;
use super::vocabulary::{Vocabulary, one_of, set_of};
use super::{Meaning, Named};

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    pub(super) all: Vec<Named>,
    pub(super) unknown: Vec<Span>,
}

/// Where in the file the walk is.
#[derive(Clone)]
pub(super) struct Here<'c> {
    /// From where names are looked up.
    pub(super) scope: Scope,
    /// The kind of what the members belong to; nothing outermost.
    kind: Option<Kind>,
    /// Inside of a type or a test: the bodies around, outermost first.
    bodies: Vec<&'c Body>,
}

/// A walk over one file.
pub(super) struct Walk<'c, 'v> {
    pub(super) compilation: &'c Compilation,
    sources: &'c SourceMap,
    pub(super) vocabulary: &'v Vocabulary,
    library: bool,
    /// What the file is imported by.
    module: &'c str,
    /// Variables of expressions, outermost first.
    pub(super) variables: Vec<(Name, Known)>,
    pub(super) found: Found,
}

impl<'c, 'v> Walk<'c, 'v> {
    pub(super) fn new(
        compilation: &'c Compilation,
        sources: &'c SourceMap,
        vocabulary: &'v Vocabulary,
        library: bool,
        module: &'c str,
    ) -> Self {
        Self { compilation, sources, vocabulary, library, module, variables: Vec::new(), found: Found::default() }
    }

    fn locals(&self) -> Locals<'c, 'v> {
        Locals { compilation: self.compilation, vocabulary: self.vocabulary }
    }

    pub(super) fn means(&mut self, span: Span, meaning: Meaning) {
        self.found.all.push(Named { span, meaning, declares: false });
    }

    fn declares(&mut self, span: Span, meaning: Meaning) {
        self.found.all.push(Named { span, meaning, declares: true });
    }

    pub(super) fn known(&mut self, span: Span, meaning: Option<Meaning>) {
        match meaning {
            Some(meaning) => self.means(span, meaning),
            None => self.found.unknown.push(span),
        }
    }

    /// All of a file.
    pub(super) fn file(&mut self, body: &'c Body) {
        let here = Here { scope: Scope::root(self.library), kind: None, bodies: Vec::new() };
        self.body(body, &here);
    }

    fn body(&mut self, body: &'c Body, here: &Here<'c>) {
        for member in body {
            self.member(member, here);
        }
    }

    fn member(&mut self, member: &'c Member, here: &Here<'c>) {
        match member {
            Member::Attribute(attribute) => self.attribute(attribute, here),
            Member::Declaration(declaration) => self.declaration(declaration, here),
            Member::Flow(flow) => self.flow(flow, here),
            Member::Import(import) => self.import(import),
            Member::Extend(extend) => {
                self.element(&extend.target, here);
                if let Some(target) = here.scope.find(&self.compilation.model, &extend.target) {
                    let kind = Some(self.compilation.model.element(target).kind);
                    self.body(&extend.body, &Here { scope: here.scope.inside(target), kind, bodies: here.bodies.clone() });
                } else {
                    self.body(&extend.body, &Here { kind: None, ..here.clone() });
                }
            }
            Member::AttributeDeclaration(declaration) => self.attribute_declaration(declaration),
            Member::Define(define) => self.define(define),
            Member::Respond(respond) => {
                self.rule(&respond.rule);
                self.found_by_identity(&respond.element, here);
                self.body(&respond.body, &Here { kind: Some(Kind::Respond), ..here.clone() });
            }
            Member::Answer(answer) => {
                self.clause(&answer.clause);
                self.body(&answer.body, &Here { kind: Some(Kind::Answer), ..here.clone() });
            }
            Member::Assert(assert) => self.condition(&assert.condition, here.scope),
            Member::Test(test) => {
                let inner = Here { scope: here.scope, kind: None, bodies: vec![&test.body] };
                self.body(&test.body, &inner);
            }
            Member::Expect(expect) => {
                self.rule(&expect.rule);
                self.element(&expect.element, here);
            }
            // those of rules are read with the rule, those of schemes with the scheme
            Member::For(_) | Member::When(_) | Member::Value(_) | Member::Table(_) | Member::Error(_) => {}
            Member::Provides(provides) => {
                for member in &provides.body {
                    if let Member::Attribute(attribute) = member {
                        self.provided(attribute, here);
                    }
                }
            }
        }
    }

    fn import(&mut self, import: &Import) {
        let (span, name) = match &import.what {
            Imported::File(text) => (text.span, self.imported(&text.text)),
            Imported::Library(path) => (path.span, Some(path.text())),
        };
        let files = &self.compilation.program.files;
        let found = name.and_then(|name| files.iter().find(|file| file.module == name)).map(|file| Meaning::Module(file.id));
        self.known(span, found);
    }

    /// What a file that is named in this one is known by.
    fn imported(&self, text: &str) -> Option<String> {
        if !self.library {
            return crate::program::beside(self.module, text);
        }
        let (folder, _) = self.module.rsplit_once('.')?;
        Some(format!("{folder}.{}", text.trim_end_matches(".tm").replace('/', ".")))
    }

    fn declaration(&mut self, declaration: &'c Declaration, here: &Here<'c>) {
        match declaration.keyword {
            Keyword::Type => return self.type_declaration(declaration),
            Keyword::Enum | Keyword::Scale => return self.set_declaration(declaration),
            _ => {}
        }
        let Some(kind) = Kind::of_keyword(declaration.keyword) else { return };
        let name = declaration.name.span;
        let id = self.vocabulary.element(name);
        self.declares(name, id.map_or(Meaning::Local(name), Meaning::Element));
        if let Some(base) = &declaration.base {
            if kind == Kind::Rule { self.category(base) } else { self.type_name(base) }
        }
        let inner = self.inside(declaration, id, kind, here);
        self.body(&declaration.body, &inner);
        if matches!(kind, Kind::Rule | Kind::Clause | Kind::Factor) {
            self.conditions(declaration, here.scope);
        }
        if kind == Kind::Scheme {
            self.scheme(declaration);
        }
    }

    /// The place inside of a declaration.
    fn inside(&self, declaration: &'c Declaration, id: Option<ElementId>, kind: Kind, here: &Here<'c>) -> Here<'c> {
        if here.bodies.is_empty() {
            let scope = id.map_or(here.scope, |id| here.scope.inside(id));
            return Here { scope, kind: Some(kind), bodies: Vec::new() };
        }
        let mut bodies = here.bodies.clone();
        if let Some(of) = declaration.base.as_ref().and_then(|base| self.compilation.model.type_named(&base.text())) {
            bodies.extend(self.locals().inherited(of));
            bodies.extend(self.vocabulary.body(self.compilation, of));
        }
        bodies.push(&declaration.body);
        Here { scope: here.scope, kind: Some(kind), bodies }
    }

    fn type_declaration(&mut self, declaration: &'c Declaration) {
        let name = declaration.name.span;
        let Some(id) = self.vocabulary.type_at(name) else { return };
        self.declares(name, Meaning::Type(id));
        if let Some(base) = &declaration.base {
            if KindSet::named(&base.text()).is_some() { self.means(base.span, Meaning::Word) } else { self.type_name(base) }
        }
        let mut bodies = self.locals().inherited(id);
        bodies.push(&declaration.body);
        let kind = self.compilation.model.type_of(id).kind;
        self.body(&declaration.body, &Here { scope: Scope::root(self.library), kind: Some(kind), bodies });
    }

    fn set_declaration(&mut self, declaration: &Declaration) {
        let Some(set) = self.compilation.model.schema.set_named(&declaration.name.text) else { return };
        if self.vocabulary.set(set) != Some(declaration.name.span) {
            return;
        }
        self.declares(declaration.name.span, Meaning::Set(set));
        for member in &declaration.body {
            if let Member::Value(value) = member
                && let Some(at) = self.compilation.model.schema.set(set).position(&value.name.text)
            {
                self.declares(value.name.span, Meaning::Value(set, at));
            }
        }
    }

    fn flow(&mut self, flow: &'c Flow, here: &Here<'c>) {
        let name = flow.name.span;
        self.declares(name, self.vocabulary.element(name).map_or(Meaning::Local(name), Meaning::Element));
        self.element(&flow.source, here);
        self.element(&flow.target, here);
        if let Some(over) = &flow.over {
            self.type_name(over);
        }
        self.body(&flow.body, &Here { kind: Some(Kind::Flow), ..here.clone() });
    }

    fn attribute_declaration(&mut self, declaration: &ast::AttributeDeclaration) {
        let [owner, name] = &declaration.path.names[..] else { return };
        self.means(owner.span, Meaning::Word);
        let schema = &self.compilation.model.schema;
        let Some(at) = schema.attributes.iter().position(|info| info.span == name.span) else { return };
        let info = &schema.attributes[at];
        self.declares(name.span, Meaning::Attribute(AttributeId::at(at)));
        self.value_type(&declaration.value_type);
        if let Some(question) = &declaration.question {
            self.template_about(info.owner, question.span);
        }
        if let (Some(values), Some(set)) = (one_of(&declaration.value_type), set_of(&info.value_type)) {
            for (at, value) in values.iter().enumerate() {
                self.declares(value.span, Meaning::Value(set, at as u16));
            }
        }
        for member in &declaration.body {
            if let Member::Attribute(of) = member
                && of.name.text == "asked_where"
                && let ExprKind::Path(path) = &of.value.kind
            {
                let found = info.owner.iter().find_map(|kind| self.compilation.rules.table.find(kind, &path.text()));
                self.known(path.span, found.map(|(number, _)| Meaning::Derived(number)));
            }
        }
    }

    pub(super) fn value_type(&mut self, of: &ast::ValueType) {
        match of {
            ast::ValueType::List(item) => self.value_type(item),
            ast::ValueType::Named(path) | ast::ValueType::TypeOf(path) => {
                let word = path.text();
                let set = self.compilation.model.schema.set_named(&word).map(Meaning::Set);
                let known = KindSet::named(&word).is_some() || ["bool", "int", "text", "date", "path"].contains(&&*word);
                self.known(path.span, set.or(known.then_some(Meaning::Word)));
            }
            ast::ValueType::OneOf(_) => {}
        }
    }

    fn attribute(&mut self, attribute: &'c ast::Attribute, here: &Here<'c>) {
        let Some(kind) = here.kind else { return };
        let schema = &self.compilation.model.schema;
        let id = schema.attribute(kind, &attribute.name.text);
        self.known(attribute.name.span, id.map(Meaning::Attribute));
        if let Some(id) = id {
            let of = schema.info(id).value_type.clone();
            self.value(&attribute.value, &of, here);
        }
    }

    /// What is provided can be an attribute of any drawn kind.
    fn provided(&mut self, attribute: &'c ast::Attribute, here: &Here<'c>) {
        let schema = &self.compilation.model.schema;
        let all = KindSet::DRAWN.iter().filter_map(|kind| schema.attribute(kind, &attribute.name.text));
        let mut all: Vec<AttributeId> = all.collect();
        let fits = |id: &AttributeId| match (&attribute.value.kind, &schema.info(*id).value_type) {
            (ExprKind::Path(path), ValueType::Set(set)) => schema.set(*set).position(&path.text()).is_some(),
            (ExprKind::Path(_), _) => false,
            _ => true,
        };
        all.sort_by_key(|id| !fits(id));
        self.known(attribute.name.span, all.first().map(|id| Meaning::Attribute(*id)));
        if let Some(id) = all.first() {
            let of = schema.info(*id).value_type.clone();
            self.value(&attribute.value, &of, here);
        }
    }

    fn value(&mut self, value: &'c Expr, of: &ValueType, here: &Here<'c>) {
        match (&value.kind, of) {
            (ExprKind::List(items), ValueType::List(item)) => items.iter().for_each(|value| self.value(value, item, here)),
            (ExprKind::Path(path), ValueType::Set(set)) => {
                let at = self.compilation.model.schema.set(*set).position(&path.text());
                self.known(path.span, at.map(|at| Meaning::Value(*set, at)));
            }
            (ExprKind::Path(path), ValueType::Element(_)) => self.element(path, here),
            (ExprKind::Path(path), ValueType::TypeOf(_)) => self.type_name(path),
            _ => {}
        }
    }

    // ------------------------------------------------------------ references

    /// A reference to an element: every name on its way.
    fn element(&mut self, path: &Path, here: &Here<'c>) {
        let parts = self.locals().find(&here.bodies, path);
        for (name, part) in path.names.iter().zip(&parts) {
            let meaning = self.vocabulary.element(part.name).map_or(Meaning::Local(part.name), Meaning::Element);
            self.means(name.span, meaning);
        }
        if parts.is_empty() {
            return self.declared(path, here.scope);
        }
        self.found.unknown.extend(path.names.iter().skip(parts.len()).map(|name| name.span));
    }

    /// A reference to an element of the model or the library.
    pub(super) fn declared(&mut self, path: &Path, scope: Scope) {
        for end in 1..=path.names.len() {
            let part = Path { names: path.names[..end].to_vec(), span: path.span };
            let found = scope.find(&self.compilation.model, &part);
            self.known(path.names[end - 1].span, found.map(Meaning::Element));
        }
    }

    /// As [`element`](Self::element), or by the identity of an element that was renamed.
    fn found_by_identity(&mut self, path: &Path, here: &Here<'c>) {
        if !here.bodies.is_empty() {
            return self.element(path, here);
        }
        let mut so_far = String::new();
        for (at, name) in path.names.iter().enumerate() {
            so_far = if at == 0 { name.text.to_string() } else { format!("{so_far}.{}", name.text) };
            let part = Path { names: path.names[..=at].to_vec(), span: path.span };
            let model = &self.compilation.model;
            let found = Scope::root(false).find(model, &part).or_else(|| model.find(&so_far));
            self.known(name.span, found.map(Meaning::Element));
        }
    }

    pub(super) fn type_name(&mut self, path: &Path) {
        if !path.names.is_empty() {
            self.known(path.span, self.compilation.model.type_named(&path.text()).map(Meaning::Type));
        }
    }

    fn category(&mut self, path: &Path) {
        let model = &self.compilation.model;
        self.known(
            path.span,
            model.root(&path.text()).filter(|id| model.element(*id).kind == Kind::Category).map(Meaning::Element),
        );
    }

    fn rule(&mut self, path: &Path) {
        let name = path.text();
        let model = &self.compilation.model;
        let found = model.root(&name).filter(|id| model.element(*id).kind == Kind::Rule);
        if !path.names.is_empty() {
            self.known(path.span, found.map(Meaning::Element));
        }
    }

    fn clause(&mut self, path: &Path) {
        let model = &self.compilation.model;
        if Scope::root(false).find(model, path).is_some() {
            return self.declared(path, Scope::root(false));
        }
        let named = path.text();
        let found = model.of_kind(Kind::Clause).find(|id| model.text(*id, "id") == Some(&*named));
        self.known(path.span, found.map(Meaning::Element));
    }

    /// What an attribute's values are, for expressions.
    pub(super) fn attribute_values(&self, id: AttributeId) -> Known {
        of_value_type(&self.compilation.model.schema.info(id).value_type)
    }

    /// The text under a span.
    pub(super) fn slice(&self, span: Span) -> &'c str {
        self.sources.slice(span)
    }

    /// The type with a name.
    pub(super) fn type_named(&self, name: &str) -> Option<TypeId> {
        self.compilation.model.type_named(name)
    }

    /// The file the walk is in, for names that stand in texts.
    pub(super) fn spot(of: FileId, start: usize, length: usize) -> Span {
        Span::new(of, start as u32, (start + length) as u32)
    }
}
