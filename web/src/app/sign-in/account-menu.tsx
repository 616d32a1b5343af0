import { ActionIcon, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { signInQuery, signOut } from '../../api/sign-in.ts';
import { useChange } from '../../api/use-change.ts';
import { ChangePassword } from './change-password.tsx';

/** Who is signed in; nothing where nobody has to. */
export function AccountMenu() {
  const { data } = useQuery(signInQuery);
  const [isChanging, { open, close }] = useDisclosure();
  const leaving = useChange(signOut, [], () => location.assign('/'));
  if (data?.is_authentication_required !== true) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Account of ${data.name ?? ''}`}>
            <IconUserCircle size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="xs">Signed in as {data.name}</Text>
          </Menu.Label>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={open}>
            Change password
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leaving.mutate()}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword isOpen={isChanging} onClose={close} />
    </>
  );
}
