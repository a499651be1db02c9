-- The password of the media type named :name. A disabled media type gives no password.
SELECT passwd
  FROM media_type
 WHERE type = 0 AND status = 0 AND smtp_authentication = 1 AND name = :'name';
