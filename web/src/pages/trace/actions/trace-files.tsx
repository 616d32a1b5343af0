import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPaperclip } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { artifactsQuery, traceFolder } from '../../../api/artifacts.ts';
import type { Trace } from '../../../api/trace-detail.ts';
import { ArtifactList } from '../../../components/artifacts/artifact-list.tsx';

/** Attachments and other files of a trace; nothing for one without. */
export function TraceFiles({ trace }: { readonly trace: Trace }) {
  const folder = traceFolder(trace.experiment_id, trace.trace_id);
  const { data } = useInfiniteQuery(artifactsQuery(folder));
  const [isOpen, { open, close }] = useDisclosure();
  if ((data?.pages[0]?.entries.length ?? 0) === 0) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPaperclip size={14} aria-hidden />}
        onClick={open}
      >
        Files
      </Button>
      <Modal opened={isOpen} onClose={close} title="Files of the trace">
        <ArtifactList folder={folder} />
      </Modal>
    </>
  );
}
