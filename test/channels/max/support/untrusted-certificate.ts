/** A certificate for 127.0.0.1 that nobody has signed, made for the tests alone: it stands for one whose authority Node does not know. Holds until 2126. */
export const UNTRUSTED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHslRf71/tbOHfN9Q
6emASKTbr5qYoXPR2f4FBw+DP76hRANCAARslEy9mnplYmfz0Uhjcloyrst37uhk
eaFYqJq3UE/T/1gjQkQjp44FBwrGqIoZdY+VFty0NIQpNCdgd+mgCgu4
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUK9YMt4MwiwKGf4ABIP98rzbigZwwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMjIzNDY0NloYDzIxMjYxMDI5
MjM0NjQ2WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARslEy9mnplYmfz0Uhjcloyrst37uhkeaFYqJq3UE/T/1gjQkQjp44F
BwrGqIoZdY+VFty0NIQpNCdgd+mgCgu4o1MwUTAdBgNVHQ4EFgQUnHIRi5J6bIVN
MswggeQcsGYHPuswHwYDVR0jBBgwFoAUnHIRi5J6bIVNMswggeQcsGYHPuswDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqw/5wC9XXdvaPfSGwJi1
K/iZHegXPKu+6XHKWkHS0pYCIQD9OZVVbFskDls6MIqQRaRzGryH2vyMpNQOviS3
MZmJag==
-----END CERTIFICATE-----`,
};
