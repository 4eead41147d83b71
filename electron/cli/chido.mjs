#!/usr/bin/env node
/** The installed command: takes the terminal's words, runs the command line on the project's own Node, whatever Node started this. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const pinned = join(
  here,
  '..',
  '..',
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
const { status, signal } = spawnSync(
  existsSync(pinned) ? pinned : process.execPath,
  // Indexing makes much that is short-lived, and V8 would keep a hundred megabytes for it.
  ['--max-semi-space-size=8', join(here, 'main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exit(signal ? 130 : (status ?? 1))
