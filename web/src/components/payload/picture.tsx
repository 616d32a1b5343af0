import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { attachmentQuery } from '../../api/artifacts.ts';
import { imageSource } from './image-source.ts';
import classes from './payload.module.css';

interface PictureProps {
  readonly url: string;
  readonly alt?: string;
}

/** An image that is in the trace itself; of any other its address, for loading it would tell others who reads. */
export function Picture({ url, alt = 'Image' }: PictureProps) {
  const source = imageSource(url);
  if (source?.kind === 'data') return <Shown address={source.url} alt={alt} />;
  if (source?.kind === 'attachment') return <Attachment {...source} url={url} alt={alt} />;
  return <Address url={url} alt={alt} />;
}

interface AttachmentProps extends Required<PictureProps> {
  readonly traceId: string;
  readonly id: string;
}

function Attachment({ traceId, id, url, alt }: AttachmentProps) {
  const { data: bytes, isError } = useQuery(attachmentQuery(traceId, id));
  const address = useAddressOf(bytes);
  if (isError) return <Address url={url} alt={alt} />;
  return address === undefined ? (
    <Skeleton height={120} width={160} />
  ) : (
    <Shown address={address} alt={alt} />
  );
}

/** Where bytes can be loaded from for as long as they are shown. */
function useAddressOf(bytes: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (bytes === undefined) return undefined;
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address;
}

function Shown({ address, alt }: { readonly address: string; readonly alt: string }) {
  return <img src={address} alt={alt} className={classes.picture} loading="lazy" />;
}

function Address({ url, alt }: Required<PictureProps>) {
  return (
    <Text span size="sm" c="var(--text-soft)" className={classes.address}>
      {alt === '' ? 'Image' : alt} ({url.slice(0, 300)})
    </Text>
  );
}
