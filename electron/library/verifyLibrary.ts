/** An open library in, everything wrong with it out: SQLite's own checks, every original re-hashed, the index in step. */
import { existsSync } from 'node:fs'
import type { MethodResult } from '../../shared/contract/methods.ts'
import { dossiersAbove } from '../../shared/documents/dossierNames.ts'
import { listDossiers } from '../db/dossiers.ts'
import type { IndexedDocument } from '../search/fields.ts'
import { verifyIndex } from '../search/verify.ts'
import { identifyFile, originalPath } from './originals.ts'
import type { Session } from './session.ts'

type Report = MethodResult<'library.verify'>

/** Checks a library from end to end; reads only. */
export async function verifyLibrary(session: Session, indexed: Iterable<IndexedDocument>): Promise<Report> {
  const problems = [
    ...checkDatabase(session),
    ...(await checkOriginals(session)),
    ...checkDossiers(session),
    ...checkIndex(session, indexed),
  ]
  return { ok: problems.length === 0, problems }
}

function checkDatabase({ reader, folder }: Session): Report['problems'] {
  const integrity = reader.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  const broken = integrity.filter((line) => line !== 'ok')
  const orphans = reader.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  return [
    ...broken.map((line) => ({ code: 'database_damaged', subject: folder, message: line })),
    ...orphans.map(({ table }) => ({
      code: 'reference_broken',
      subject: table,
      message: `dòng mồ côi trong bảng ${table}`,
    })),
  ]
}

async function checkOriginals({ reader, folder }: Session): Promise<Report['problems']> {
  const problems: Report['problems'] = []
  const rows = reader
    .prepare<[], { sha256: string; file_name: string }>('SELECT sha256, file_name FROM documents')
    .all()
  for (const { sha256, file_name } of rows) {
    const path = originalPath(folder, sha256)
    if (!existsSync(path)) {
      problems.push({ code: 'original_missing', subject: file_name, message: `thiếu tệp gốc ${sha256}` })
      continue
    }
    const identity = await identifyFile(path)
    if (!identity.ok || identity.value.sha256 !== sha256) {
      problems.push({
        code: 'original_changed',
        subject: file_name,
        message: `tệp gốc ${sha256} không còn nguyên vẹn`,
      })
    }
  }
  return problems
}

function checkDossiers({ reader }: Session): Report['problems'] {
  const names = new Set(listDossiers(reader).map(({ name }) => name))
  return [...names]
    .filter((name) => dossiersAbove(name).some((above) => !names.has(above)))
    .map((name) => ({
      code: 'dossier_parent_missing',
      subject: name,
      message: `thiếu hồ sơ bên trên của «${name}»`,
    }))
}

function checkIndex({ reader }: Session, indexed: Iterable<IndexedDocument>): Report['problems'] {
  return verifyIndex(reader, indexed).map(({ code, documentId }) => ({
    code,
    subject: documentId === null ? 'index' : String(documentId),
    message: 'chỉ mục tìm kiếm lệch với văn bản; chạy «chido reindex» để dựng lại',
  }))
}
