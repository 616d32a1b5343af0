import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ApiKey } from '../../../api/access.ts';
import { limitsQuery } from '../../../api/limits.ts';
import { LimitsForm } from './limits-form.tsx';

/** Opens what a key may use. */
export function KeyLimits({ key_id: keyId, name }: ApiKey) {
  const [isOpen, { open, close }] = useDisclosure();
  const { data } = useQuery({ ...limitsQuery(keyId), enabled: isOpen });
  const label = `Limits of the API key “${name}”`;
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={open}>
          <IconGauge size={16} />
        </ActionIcon>
      </Tooltip>
      {isOpen && data && <LimitsForm title={label} keyId={keyId} known={data} onClose={close} />}
    </>
  );
}
