import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { testExamples } from '#guardrails/test-examples.ts';
import { makeExample, makePage } from '../make-page.ts';
import { checkStack, placesOf } from './check-stack.ts';

const loggers = { allowed: ['pino'], known: ['winston', 'bunyan', 'loglevel'] };

suite('stack checks', () => {
  test('an import says which library is the one, and how far the migration is', () => {
    const files = {
      'package.json': '{\n  "dependencies": { "pino": "9", "winston": "3" }\n}',
      'src/a.ts': "import winston from 'winston';",
      'src/b.ts': "import { pino } from 'pino';",
      'src/c.ts': "import 'winston/lib/x';\nimport 'bunyan';",
      'src/d.ts': "import fs from 'node:fs'; // winston",
    };
    assert.deepEqual(checkStack(loggers, files), [
      'package.json:2:34 "winston" (pino is the one for logging; winston still in 2 of 3 files that import any)',
      "src/a.ts:1:21 'winston' (pino is the one for logging; winston still in 2 of 3 files that import any)",
      "src/c.ts:1:8 'winston/lib/x' (pino is the one for logging; winston still in 2 of 3 files that import any)",
      "src/c.ts:2:8 'bunyan' (pino is the one for logging; bunyan still in 1 of 3 files that import any)",
    ]);
  });

  test('of some files only nothing is said of the others', () => {
    assert.deepEqual(checkStack(loggers, { 'a.js': "require('winston')" }, false), [
      "a.js:1:9 'winston' (pino is the one for logging; this is winston)",
    ]);
  });

  test('a manifest whose library no file imports says so', () => {
    assert.match(checkStack(loggers, { 'package.json': '{"devDependencies":{"bunyan":"1"}}' }).join(), /no file imports bunyan/);
  });

  test('a name stands for what lies below it, and for nothing that merely begins so', () => {
    const check = { allowed: ['@log/core'], known: ['@log', 'winston'] };
    const text = "import '@log/core';\nimport '@log/web';\nimport 'winston-daily';\nimport './winston';\nimport 'winston';";
    assert.deepEqual(placesOf(check, { 'a.ts': text }), ["a.ts:2:8 '@log/web'", "a.ts:5:8 'winston'"]);
  });

  test('lockfiles and installed code are nobody’s choice', () => {
    const json = '{"dependencies":{"winston":"3"}}';
    const files = {
      'package-lock.json': json,
      'node_modules/x/package.json': json,
      'vendor/a/go.mod': 'require winston v1',
      'node_modules/x/a.js': "import 'winston'",
    };
    assert.deepEqual(placesOf(loggers, files), []);
  });

  test('all dependency fields of a package.json, aliases by what they stand for, scripts by nothing', () => {
    const json = [
      '{ "scripts": { "winston": "x" },',
      '"dependencies": { "log": "npm:winston@3" },',
      '"peerDependencies": {"bunyan": "1"},',
      '"optionalDependencies": {"loglevel": "1"},',
      '"bundledDependencies": ["winston"],',
      '"overrides": {"bunyan": "2"} }',
    ].join('\n');
    assert.deepEqual(placesOf(loggers, { 'packages/a/package.json': json }), [
      'packages/a/package.json:2:19 "log"',
      'packages/a/package.json:3:22 "bunyan"',
      'packages/a/package.json:4:26 "loglevel"',
      'packages/a/package.json:5:25 "winston"',
    ]);
  });

  test('pyproject of PEP 621, Poetry, uv and dependency groups; requirements', () => {
    const check = { allowed: ['structlog'], known: ['loguru', 'python-json-logger', 'eliot', 'logbook'] };
    const toml = [
      '[project]',
      'keywords = ["loguru"]',
      'dependencies = ["structlog", "Loguru>=0.7"]',
      'optional-dependencies.dev = ["eliot[x]; python_version > \'3\'"]',
      '[tool.poetry.dependencies]',
      'python_json-logger = "^2"',
      '[tool.poetry.group.dev.dependencies.logbook]',
      'version = "1"',
      '[tool.eliot]',
    ].join('\n');
    assert.deepEqual(placesOf(check, { 'pyproject.toml': toml }), [
      'pyproject.toml:3:31 Loguru',
      'pyproject.toml:4:31 eliot',
      'pyproject.toml:6:1 python_json-logger',
      'pyproject.toml:7:37 logbook',
    ]);
    const lines = '# loguru\nLoguru==1 \\\r\n  --hash=sha256:0\n-r other.txt\neliot\r\neliot-tree==1\nlogbook @ https://x\n';
    const places = (path: string) => placesOf(check, { [path]: lines });
    assert.deepEqual(places('requirements-dev.txt'), [
      'requirements-dev.txt:2:1 Loguru',
      'requirements-dev.txt:5:1 eliot',
      'requirements-dev.txt:7:1 logbook',
    ]);
    assert.equal(places('requirements/base.in').length, 3);
    assert.deepEqual(places('notes.txt'), []);
  });

  test('requirements of pyproject with a line and a version each', () => {
    const toml =
      '[project]\ndependencies = [\n    "loguru==0.7.*",\n    "eliot>=1",\n]\n[tool.x]\ndescription = "loguru on"\ndeps = ["eliot"]\n';
    const check = { allowed: ['structlog'], known: ['loguru', 'eliot'] };
    assert.deepEqual(placesOf(check, { 'pyproject.toml': toml }), ['pyproject.toml:3:6 loguru', 'pyproject.toml:4:6 eliot']);
  });

  test('Python imports, line by line', () => {
    const check = { allowed: ['structlog'], known: ['logging', 'loguru', 'google.cloud.logging'] };
    const text = [
      '"""',
      'import logging',
      '"""',
      'import os, logging.handlers as h',
      '    from loguru import logger',
      'from google.cloud import (',
      '  storage, logging)',
      'from google.cloud import storage',
      'from .logging import x',
      'import structlog  # not logging',
      'import loguru_extra',
    ].join('\n');
    assert.deepEqual(placesOf(check, { 'a.py': text }), ['a.py:4:12 logging.handlers', 'a.py:5:10 loguru', 'a.py:6:6 google.cloud']);
  });

  test('Cargo manifests with targets, workspaces and renamed crates; Rust code', () => {
    const check = { allowed: ['tracing'], known: ['log', 'slog', 'env-logger'] };
    const toml = [
      '[dependencies]',
      'tracing = "0.1"',
      'log = { version = "0.4" }',
      'journal = { package = "slog", version = "2" }',
      "[target.'cfg(unix)'.dev-dependencies]",
      'env_logger = "0.11"',
      '[workspace.dependencies.log]',
      'version = "0.4"',
      '[features]',
      'slog = []',
    ].join('\n');
    assert.deepEqual(placesOf(check, { 'Cargo.toml': toml }), [
      'Cargo.toml:3:1 log',
      'Cargo.toml:4:24 slog',
      'Cargo.toml:6:1 env_logger',
      'Cargo.toml:7:25 log',
    ]);
    const code =
      'use tracing::info;\npub(crate) use log::{info};\nextern crate slog;\n// use log::x;\nfn f() { log::warn!("x"); catalog::warn!("x"); }\nuse crate::log;\n';
    assert.deepEqual(placesOf(check, { 'a.rs': code }), ['a.rs:2:16 log', 'a.rs:3:14 slog']);
    const macros = 'fn f() {\n  log::warn!("x");\n  log::info!("x"); catalog::info!("x"); a::log::info!("x");\n}';
    assert.deepEqual(placesOf(check, { 'a.rs': macros }), ['a.rs:2:3 log']);
  });

  test('go.mod without what is indirect; Go imports', () => {
    const check = { allowed: ['log/slog'], known: ['github.com/sirupsen/logrus', 'go.uber.org/zap', 'log'] };
    const mod =
      'module x\nrequire go.uber.org/zap v1.2.3\nrequire (\n\tgithub.com/sirupsen/logrus v1.9.0 // indirect\n\tgithub.com/sirupsen/logrus/v2 v2.0.0\n)\nreplace go.uber.org/zap v1 => ../zap v1\n';
    assert.deepEqual(placesOf(check, { 'go.mod': mod }), ['go.mod:2:9 go.uber.org/zap', 'go.mod:5:2 github.com/sirupsen/logrus/v2']);
    const code = 'package a\n\nimport "log"\nimport (\n\t"log/slog"\n\tz "go.uber.org/zap/zapcore"\n\t// "log"\n)\nvar s = "log"\n';
    assert.deepEqual(placesOf(check, { 'a.go': code }), ['a.go:3:9 log', 'a.go:6:5 go.uber.org/zap/zapcore']);
  });

  test('Maven and Gradle by artifact, by group and by both; Java and Kotlin imports', () => {
    const check = { allowed: ['org.slf4j'], known: ['log4j:log4j', 'commons-logging', 'java.util.logging', 'org.apache.logging.log4j'] };
    const pom = [
      '<project><!-- <dependency><artifactId>commons-logging</artifactId></dependency> --><dependencies>',
      '<dependency><groupId>log4j</groupId>',
      '  <artifactId>log4j</artifactId></dependency>',
      '<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId>',
      '  <exclusions><exclusion><groupId>x</groupId><artifactId>commons-logging</artifactId></exclusion></exclusions></dependency>',
      '<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId></dependency>',
      '</dependencies></project>',
    ].join('\n');
    assert.deepEqual(placesOf(check, { 'pom.xml': pom }), ['pom.xml:3:15 log4j', 'pom.xml:6:68 log4j-core']);
    const gradle =
      'dependencies {\n  implementation("log4j:log4j:1.2")\n  // api "commons-logging:commons-logging:1"\n  api \'org.slf4j:slf4j-api:2\'\n}';
    assert.deepEqual(placesOf(check, { 'app/build.gradle.kts': gradle }), ['app/build.gradle.kts:2:19 log4j:log4j']);
    const java = 'import java.util.logging.Logger;\nimport static org.apache.logging.log4j.Level.INFO;\nimport java.util.List;\n';
    assert.deepEqual(placesOf(check, { 'A.java': java }), [
      'A.java:1:8 java.util.logging.Logger',
      'A.java:2:15 org.apache.logging.log4j.Level.INFO',
    ]);
  });

  test('what is wrong with a check', () => {
    assert.throws(() => checkStack({ allowed: ['a'], known: ['a'] }, {}), /nothing can be found/);
    assert.throws(() => checkStack({ allowed: ['a'], known: ['b', 'b'] }, {}), /stands there twice/);
  });

  test('examples of several files; entries that none of them needs are named', () => {
    const page = makePage(
      'one',
      { kind: 'stack', concern: 'logging', ...loggers },
      {
        examples: [
          makeExample('bad', { 'package.json': '{"dependencies":{"winston":"3"}}', 'src/a.ts': "import 'bunyan'" }),
          makeExample('good', { 'src/a.ts': "import 'debug'" }),
        ],
      },
    );
    const [tested] = testExamples([page]);
    assert.deepEqual(
      tested?.results.filter(({ ok }) => !ok),
      [],
    );
    assert.deepEqual(tested?.unexercised, ['allowed[0] pino', 'known[2] loglevel']);
  });
});
