/// Protocols: what media they run on, their usual ports, and what they guarantee by themselves.
/// `provides` holds only what follows from the protocol however it is configured; everything else needs a
/// control. `authentication: target` is meant as the flow is written: from the client to the server.

// ---------------------------------------------------------------- web

/// Requests and answers of the web, readable and changeable by anyone on the way.
type Http "HTTP" : protocol { runs_on: [ip], version: "HTTP/1.1", tcp: 80 }
/// HTTP over TLS; the server proves who it is, and without early data no record can be replayed.
type Https "HTTPS" : protocol {
    runs_on: [ip]
    version: "TLS 1.2 or later"
    tcp:     443
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// A lasting two-way connection started by HTTP, unprotected.
type WebSocket "WebSocket" : protocol { runs_on: [ip], version: "RFC 6455", tcp: 80 }
/// A lasting two-way connection over TLS; the server proves who it is.
type WebSockets "WebSocket over TLS" : protocol {
    runs_on: [ip]
    version: "RFC 6455 over TLS 1.2 or later"
    tcp:     443
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Any application protocol of one's own over TLS; the server proves who it is.
type Tls "TLS" : protocol {
    runs_on: [ip]
    version: "TLS 1.2 or later"
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// A protocol of one's own directly on TCP, which protects nothing.
type ProprietaryTcp "Proprietary over TCP" : protocol { runs_on: [ip], proprietary: yes }
/// A protocol of one's own directly on UDP, which protects nothing.
type ProprietaryUdp "Proprietary over UDP" : protocol { runs_on: [ip], proprietary: yes }

/// TLS in a version that is no longer trusted, kept for old peers.
type TlsLegacy "TLS 1.0 or 1.1" : protocol {
    runs_on: [ip]
    version: "TLS 1.0 or 1.1"
    provides { encrypted: yes, certificates: yes, current_crypto: no }
}

// ---------------------------------------------------------------- messages

/// Publish and subscribe through a broker, unprotected.
type Mqtt "MQTT" : protocol { runs_on: [ip], version: "3.1.1 or 5.0", tcp: 1883 }
/// MQTT over TLS; the broker proves who it is.
type Mqtts "MQTT over TLS" : protocol {
    runs_on: [ip]
    version: "3.1.1 or 5.0, TLS 1.2 or later"
    tcp:     8883
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Data published to whoever subscribes on the same network, without a broker and unprotected.
type Dds "DDS" : protocol { runs_on: [ip], version: "RTPS 2", provides { broadcast: yes } }
/// DDS with its security plug-ins; participants share the keys of a topic.
type DdsSecure "DDS Security" : protocol {
    runs_on: [ip]
    version: "RTPS 2, DDS Security 1.1"
    provides { broadcast: yes, encrypted: yes, integrity_protected: yes, replay_protected: yes }
}
/// Datagrams of one's own to every member of a group, unprotected.
type UdpMulticast "Multicast over UDP" : protocol { runs_on: [ip], provides { broadcast: yes } }
/// Small web-like requests for constrained devices, unprotected.
type Coap "CoAP" : protocol { runs_on: [ip], version: "RFC 7252", udp: 5683 }
/// CoAP over DTLS; the server proves who it is and old records are rejected.
type Coaps "CoAP over DTLS" : protocol {
    runs_on: [ip]
    version: "RFC 7252 over DTLS 1.2 or later"
    udp:     5684
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}

// ---------------------------------------------------------------- hospital systems

/// HL7 version 2 messages in the minimal lower layer protocol: plain text, sender taken on trust.
type Hl7v2 "HL7 v2 (MLLP)" : protocol { runs_on: [ip], version: "HL7 v2.x, MLLP release 1", tcp: 2575 }
/// HL7 version 2 messages inside TLS; the receiving server proves who it is.
type Hl7v2Tls "HL7 v2 over TLS" : protocol {
    runs_on: [ip]
    version: "HL7 v2.x, TLS 1.2 or later"
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// HL7 FHIR resources by HTTPS; the server proves who it is, the client needs a token or a certificate besides.
type Fhir "HL7 FHIR" : protocol {
    runs_on: [ip]
    version: "FHIR R4, TLS 1.2 or later"
    tcp:     443
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Medical images and worklists in the clear; a node is known by the name it gives itself.
type Dicom "DICOM" : protocol { runs_on: [ip], version: "DICOM PS3.8", tcp: 104 }
/// DICOM inside TLS by a secure transport profile; the accepting node proves who it is.
type DicomTls "DICOM over TLS" : protocol {
    runs_on: [ip]
    version: "DICOM PS3.15, TLS 1.2 or later"
    tcp:     2762
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Service-oriented device connectivity in operating room and intensive care, over TLS with certificates on both sides.
type Sdc "IEEE 11073 SDC" : protocol {
    runs_on: [ip]
    version: "ISO/IEEE 11073-20701"
    udp:     3702
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Personal health device communication, which leaves protection to the link below.
type Ieee11073Phd "IEEE 11073 personal health device" : protocol { runs_on: [ble, bluetooth, usb], version: "ISO/IEEE 11073-20601", provides { off_network: yes } }

// ---------------------------------------------------------------- network services

/// Time of day over the network, unprotected.
type Ntp "NTP" : protocol { runs_on: [ip], version: "NTPv4", udp: 123 }
/// Time of day whose server is authenticated; write the flow from the server, which sends the time, to the device.
type Nts "NTP with network time security" : protocol {
    runs_on: [ip]
    version: "RFC 8915"
    tcp:     4460
    udp:     123
    provides { integrity_protected: yes, authentication: source, replay_protected: yes }
}
/// Names turned into addresses, answers taken on trust.
type Dns "DNS" : protocol { runs_on: [ip], udp: 53 }
/// Addresses handed out to whoever asks, by whoever answers first.
type Dhcp "DHCP" : protocol { runs_on: [ip], udp: 67 }
/// Directory look-ups and logins over TLS; the directory proves who it is.
type Ldaps "LDAP over TLS" : protocol {
    runs_on: [ip]
    version: "LDAPv3, TLS 1.2 or later"
    tcp:     636
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Event messages in the clear, from any sender.
type Syslog "Syslog" : protocol { runs_on: [ip], version: "RFC 5424", udp: 514 }
/// Event messages inside TLS; the collector proves who it is.
type SyslogTls "Syslog over TLS" : protocol {
    runs_on: [ip]
    version: "RFC 5425"
    tcp:     6514
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Monitoring of devices with user-based security off, or in the versions that have none.
type Snmp "SNMP" : protocol { runs_on: [ip], version: "SNMPv1, v2c", udp: 161 }

// ---------------------------------------------------------------- service and files

/// A shell over the network; the host proves who it is by its key.
type Ssh "SSH" : protocol {
    runs_on: [ip]
    version: "SSH-2"
    tcp:     22
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes }
}
/// Files over SSH; the host proves who it is by its key.
type Sftp "SFTP" : protocol {
    runs_on: [ip]
    version: "SSH-2"
    tcp:     22
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes }
}
/// A remote desktop; its encryption is negotiated, so nothing is taken for granted.
type Rdp "RDP" : protocol { runs_on: [ip], tcp: 3389 }
/// File shares; signing and encryption are options, so nothing is taken for granted.
type Smb "SMB" : protocol { runs_on: [ip], version: "SMB 3", tcp: 445 }
/// File transfer in the clear, passwords included.
type Ftp "FTP" : protocol { runs_on: [ip], tcp: 21 }
/// A private network over the public one, with both ends authenticated.
type Vpn "VPN tunnel" : protocol {
    runs_on: [ip, cellular]
    version: "IPsec IKEv2 or TLS 1.3"
    provides { encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, current_crypto: yes, certificates: yes }
}
/// Database queries in the clear.
type SqlTcp "SQL" : protocol { runs_on: [ip, local] }
/// Database queries inside TLS; the database server proves who it is.
type SqlTls "SQL over TLS" : protocol {
    runs_on: [ip]
    version: "TLS 1.2 or later"
    provides { encrypted: yes, integrity_protected: yes, authentication: target, replay_protected: yes, current_crypto: yes, certificates: yes }
}

// ---------------------------------------------------------------- radio

/// Attributes over Bluetooth Low Energy without pairing, or with a pairing nobody confirms.
type BleGatt "Bluetooth LE (GATT)" : protocol { runs_on: [ble], version: "Bluetooth 4.2 or later", provides { off_network: yes } }
/// GATT after LE Secure Connections with a confirmed pairing (passkey, comparison or out of band).
type BleSecure "Bluetooth LE Secure Connections" : protocol {
    runs_on: [ble]
    version: "Bluetooth 4.2 or later, security mode 1 level 4"
    provides { off_network: yes, encrypted: yes, integrity_protected: yes, authentication: mutual, replay_protected: yes, current_crypto: yes }
}
/// GATT after a pairing of the first generation, whose keys a listener can compute.
type BleLegacy "Bluetooth LE legacy pairing" : protocol {
    runs_on: [ble]
    version: "Bluetooth 4.0 or 4.1"
    provides { off_network: yes, encrypted: yes, current_crypto: no }
}
/// Advertisements that every receiver in range can read and any sender can imitate.
type BleAdvertising "Bluetooth LE advertising" : protocol { runs_on: [ble], version: "Bluetooth 4.2 or later", provides { broadcast: yes, off_network: yes } }
/// Bluetooth BR/EDR, whose pairing may be unconfirmed.
type BluetoothClassic "Bluetooth Classic" : protocol { runs_on: [bluetooth], provides { off_network: yes } }
/// Records exchanged by a tap at some centimetres, unprotected.
type NfcNdef "NFC (NDEF)" : protocol { runs_on: [nfc], version: "NFC Forum Type 2 to 5", provides { off_network: yes } }
/// Reading and writing of vicinity tags, on consumables for instance.
type RfidIso15693 "RFID (ISO 15693)" : protocol { runs_on: [rfid, nfc], version: "ISO/IEC 15693", provides { off_network: yes } }
/// A radio protocol of one's own, of which nothing is known in advance.
type ProprietaryRf "Proprietary radio" : protocol { runs_on: [rf], proprietary: yes, provides { off_network: yes } }
/// Telemetry through the skin by coupled coils, unprotected but for its short range.
type InductiveTelemetry "Inductive telemetry" : protocol { runs_on: [inductive], provides { off_network: yes } }
/// Data through a mobile operator's network; its encryption ends at the operator.
type CellularData "Cellular data" : protocol { runs_on: [cellular], version: "LTE or 5G" }

// ---------------------------------------------------------------- cables and buses

/// Bytes on a serial line between circuits.
type Uart "UART" : protocol { runs_on: [serial], provides { off_network: yes } }
/// Bytes on a serial cable between devices.
type Rs232 "RS-232" : protocol { runs_on: [serial], provides { off_network: yes } }
/// Bytes on a shared differential pair.
type Rs485 "RS-485" : protocol { runs_on: [serial], provides { off_network: yes } }
/// Register access in plant and devices, without any protection.
type Modbus "Modbus" : protocol { runs_on: [ip, serial], tcp: 502 }
/// Frames on a shared bus, which every node can send in any name.
type Can "CAN" : protocol { runs_on: [can], version: "ISO 11898", provides { broadcast: yes, off_network: yes } }
/// Object dictionaries and process data over CAN.
type Canopen "CANopen" : protocol { runs_on: [can], version: "CiA 301", provides { broadcast: yes, off_network: yes } }
/// A clocked bus between circuits.
type Spi "SPI" : protocol { runs_on: [spi], provides { off_network: yes, chip_bus: yes } }
/// A two-wire bus between circuits.
type I2c "I2C" : protocol { runs_on: [i2c], provides { off_network: yes, chip_bus: yes } }
/// A fast bus with access to the host's memory.
type Pcie "PCI Express" : protocol { runs_on: [pcie], provides { off_network: yes } }
/// Files from or to a USB storage medium.
type UsbMass "USB mass storage" : protocol { runs_on: [usb], provides { off_network: yes } }
/// Keyboards, scanners and whatever claims to be one.
type UsbHid "USB human interface device" : protocol { runs_on: [usb], provides { off_network: yes } }
/// A serial line over USB.
type UsbCdc "USB serial (CDC)" : protocol { runs_on: [usb], provides { off_network: yes } }
/// Files on a card or disc that a person carries from one device to another.
type RemovableFiles "Files on removable medium" : protocol { runs_on: [media_slot, usb], provides { off_network: yes } }
/// Bytes over infrared light.
type Infrared "Infrared link" : protocol { runs_on: [optical], provides { off_network: yes } }
/// A printed code read by a camera or scanner.
type Barcode "Bar code" : protocol { runs_on: [optical], provides { off_network: yes } }
/// Exchange with a chip in an accessory or consumable.
type AccessoryLink "Accessory link" : protocol { runs_on: [accessory, i2c, serial], provides { off_network: yes } }

// ---------------------------------------------------------------- signals and people

/// A contact that opens or closes to raise the nurse call.
type NurseCallContact "Nurse call contact" : protocol { runs_on: [relay], provides { signal_only: yes } }
/// A voltage, a current or a pressure that stands for a value.
type AnalogueSignal "Analogue signal" : protocol { runs_on: [analogue, accessory], provides { signal_only: yes } }
/// A picture on a second screen.
type HdmiVideo "HDMI video" : protocol { runs_on: [video], provides { signal_only: yes } }
/// A person reading a screen and pressing, turning or touching.
type OperatorInterface "Operator interface" : protocol { runs_on: [display], provides { signal_only: yes } }
/// Tones and speech for the people in the room.
type AudibleSignal "Audible signal" : protocol { runs_on: [analogue, display], provides { signal_only: yes } }

/// Electrical supply without data.
type PowerSupply "Power supply" : protocol { runs_on: [power], provides { signal_only: yes } }

// ---------------------------------------------------------------- debugging

/// Boundary scan and processor debugging by JTAG.
type JtagDebug "JTAG debugging" : protocol { runs_on: [debug], version: "IEEE 1149.1", provides { off_network: yes } }
/// Processor debugging by two wires.
type SwdDebug "SWD debugging" : protocol { runs_on: [debug], version: "Arm ADIv5", provides { off_network: yes } }
/// A command line on a serial line.
type SerialConsole "Serial console" : protocol { runs_on: [serial, debug], provides { off_network: yes } }

// ---------------------------------------------------------------- inside one computer

/// Messages between processes of one operating system.
type Ipc "Inter-process communication" : protocol { runs_on: [local], provides { same_computer: yes } }
/// Memory that two processes or processor cores both see.
type SharedMemory "Shared memory" : protocol { runs_on: [local], provides { same_computer: yes } }
/// A file or partition read and written by a process of the same computer.
type LocalFile "Local file" : protocol { runs_on: [local] }
/// A call into a protected circuit or a secure world that returns only results.
type SecureCall "Secure element call" : protocol { runs_on: [local, i2c, spi] }
