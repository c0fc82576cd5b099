/// Port types: connection points of medical devices and of the systems around them.
/// `reach` says from where an attacker gets at the port itself.

// ---------------------------------------------------------------- networks

/// A socket for a network cable.
type EthernetPort "Ethernet socket" : port { medium: wired, range: local_area, offers: [ip], reach: network, pluggable: yes }
/// A wireless LAN interface.
type WifiRadio "Wi-Fi radio" : port { medium: wireless, range: local_area, offers: [ip], reach: network, frequency: "2.4 and 5 GHz" }
/// A modem for a mobile operator's network.
type CellularModem "Cellular modem" : port { medium: wireless, range: wide_area, offers: [cellular, ip], reach: internet }

// ---------------------------------------------------------------- short-range radio

/// A Bluetooth Low Energy interface.
type BleRadio "Bluetooth LE radio" : port { medium: wireless, range: personal_area, offers: [ble], reach: adjacent, frequency: "2.4 GHz" }
/// A Bluetooth Classic interface.
type BluetoothRadio "Bluetooth radio" : port { medium: wireless, range: personal_area, offers: [bluetooth], reach: adjacent, frequency: "2.4 GHz" }
/// A reader or a target for near field communication.
type NfcReader "NFC interface" : port { medium: wireless, range: contact, offers: [nfc], reach: physical, frequency: "13.56 MHz" }
/// A reader for tags on consumables, badges or implants.
type RfidReader "RFID reader" : port { medium: wireless, range: contact, offers: [rfid, nfc], reach: physical }
/// A radio with a protocol of its own, in a medical or general band.
type RfRadio "Radio" : port { medium: wireless, range: personal_area, offers: [rf], reach: adjacent }
/// A coil that couples to an implant or a charger over a few centimetres.
type InductiveCoil "Inductive coil" : port { medium: wireless, range: contact, offers: [inductive], reach: physical }
/// An infrared interface.
type InfraredPort "Infrared interface" : port { medium: optical, range: personal_area, offers: [optical], reach: physical }

// ---------------------------------------------------------------- USB and removable media

/// A USB socket at which the device is host: sticks, keyboards and scanners fit.
type UsbHost "USB host socket" : port { medium: wired, range: contact, offers: [usb], reach: physical, pluggable: yes }
/// A USB socket at which the device is the peripheral of a computer.
type UsbDevice "USB device socket" : port { medium: wired, range: contact, offers: [usb], reach: physical, pluggable: yes }
/// A USB-C socket, which may also charge and change roles.
type UsbC "USB-C socket" : port { medium: wired, range: contact, offers: [usb, power], reach: physical, pluggable: yes }
/// A slot for a memory card.
type SdSlot "Memory card slot" : port { medium: contact, range: contact, offers: [media_slot], reach: physical, pluggable: yes }
/// A drive for optical discs.
type DiscDrive "Disc drive" : port { medium: optical, range: contact, offers: [media_slot], reach: physical }
/// A connector with direct access to memory: PCI Express, Thunderbolt.
type PcieSlot "PCI Express connector" : port { medium: wired, range: contact, offers: [pcie], reach: physical, pluggable: yes }

/// A Thunderbolt or USB4 socket, which looks like USB-C and lets what is plugged in reach the memory.
type ThunderboltPort "Thunderbolt socket" : port { medium: wired, range: contact, offers: [pcie, usb, video, power], reach: physical }

// ---------------------------------------------------------------- serial lines and field buses

/// A serial interface whose electrical form is not stated.
type SerialPort "Serial port" : port { medium: wired, range: contact, offers: [serial], reach: physical, pluggable: yes }
/// A serial socket to RS-232.
type Rs232Port "RS-232 socket" : SerialPort
/// A serial socket to RS-485, on which several devices share the line.
type Rs485Port "RS-485 socket" : SerialPort
/// A connection to a CAN bus.
type CanPort "CAN connector" : port { medium: wired, range: contact, offers: [can], reach: physical, pluggable: yes }
/// A connection to a bus between circuits inside the enclosure.
type InternalBus "Internal bus" : port { medium: internal, range: contact, offers: [spi, i2c, serial, can, pcie], reach: internal }
/// A connector inside the device between two of its boards.
type BoardConnector "Board connector" : InternalBus

// ---------------------------------------------------------------- debug and service

/// A debug and boundary-scan connector.
type Jtag "JTAG connector" : port { medium: wired, range: contact, offers: [debug], reach: physical, access: factory, debug: yes }
/// A two-wire debug connector.
type Swd "SWD connector" : port { medium: wired, range: contact, offers: [debug], reach: physical, access: factory, debug: yes }
/// A serial line with a boot loader's or an operating system's console.
type UartConsole "Serial console" : port { medium: wired, range: contact, offers: [serial, debug], reach: physical, access: factory, debug: yes }
/// Pins or pads for test and debugging, of whatever kind.
type DebugHeader "Debug header" : port { medium: wired, range: contact, offers: [debug, serial], reach: physical, access: factory, debug: yes }
/// Contacts used by the test equipment in production.
type TestPads "Production test pads" : port { medium: contact, range: contact, offers: [debug, serial], reach: physical, access: factory, debug: yes }

// ---------------------------------------------------------------- signals, power, accessories

/// A potential-free contact to the nurse call system.
type NurseCallRelay "Nurse call contact" : port { medium: wired, range: contact, offers: [relay], reach: physical, pluggable: yes }
/// An output that shows a value as a voltage or current.
type AnalogueOutput "Analogue output" : port { medium: wired, range: contact, offers: [analogue], reach: physical, pluggable: yes }
/// An input that takes a value as a voltage or current.
type AnalogueInput "Analogue input" : port { medium: wired, range: contact, offers: [analogue], reach: physical, pluggable: yes, senses: yes }
/// An input to be triggered by another device, or an output that triggers it.
type TriggerPort "Trigger connector" : port { medium: wired, range: contact, offers: [analogue, relay], reach: physical, pluggable: yes }
/// A socket for a second screen.
type VideoOutput "Video output" : port { medium: wired, range: contact, offers: [video], reach: physical, pluggable: yes }
/// A connector for accessories and consumables that may carry a chip.
type AccessoryConnector "Accessory connector" : port { medium: contact, range: contact, offers: [accessory, analogue], reach: physical }
/// A connector for a sensor at the patient or in the device.
type SensorConnector "Sensor connector" : port { medium: wired, range: contact, offers: [analogue, accessory, i2c, serial], reach: physical, senses: yes }
/// A lead whose electrodes pick up the body's own signals, inside or on the body.
type SensingLead "Sensing lead" : port { medium: contact, range: contact, offers: [analogue], reach: physical, senses: yes }
/// The inlet for mains or an external supply, without data.
type PowerInlet "Power inlet" : port { medium: wired, range: contact, offers: [power], reach: physical, pluggable: yes }
/// Contacts on which a device is charged and perhaps read.
type ChargingContacts "Charging contacts" : port { medium: contact, range: contact, offers: [power, accessory], reach: physical, pluggable: yes }

// ---------------------------------------------------------------- people

/// A screen with touch, knobs and keys.
type OperatorPanel "Operator panel" : port { medium: human, range: contact, offers: [display], reach: physical, access: user }
/// A screen operated by touch.
type TouchDisplay "Touch screen" : OperatorPanel
/// Keys or a single button, with or without lamps.
type Keypad "Keys" : OperatorPanel
/// Lamps and small displays that only show.
type Indicator "Indicator" : OperatorPanel
/// Paper that the device prints on, for whoever picks it up.
type BuiltInPrinter "Built-in printer" : port { medium: human, range: contact, offers: [display], reach: physical, access: public }
/// The loudspeaker or buzzer for alarms.
type Speaker "Loudspeaker" : port { medium: human, range: contact, offers: [analogue, display], reach: physical, access: public }
/// A microphone.
type Microphone "Microphone" : port { medium: human, range: personal_area, offers: [analogue], reach: physical }
/// A camera or a bar-code reader.
type OpticalReader "Camera or bar-code reader" : port { medium: optical, range: contact, offers: [optical], reach: physical }

// ---------------------------------------------------------------- logical ports

/// A logical interface that any IP connection of the computer leads to.
type NetworkService "Network service" : port { logical: yes, offers: [ip], reach: network }
/// A service called by HTTPS.
type HttpsServer "HTTPS service" : NetworkService { tcp: 443 }
/// A service called by plain HTTP.
type HttpServer "HTTP service" : NetworkService { tcp: 80 }
/// A programming interface by HTTPS for other programs.
type RestApi "Programming interface" : HttpsServer
/// A receiver of HL7 version 2 messages.
type MllpServer "HL7 v2 receiver" : NetworkService { tcp: 2575 }
/// A DICOM node that accepts associations.
type DicomServer "DICOM service" : NetworkService { tcp: 104 }
/// A broker that publishers and subscribers connect to.
type MqttBroker "MQTT broker" : NetworkService { tcp: 8883 }
/// A shell or file service by SSH.
type SshServer "SSH service" : NetworkService { tcp: 22, access: service }
/// A database's listener.
type SqlServer "Database service" : NetworkService
/// A server that gives the time.
type NtpServer "Time service" : NetworkService { udp: 123 }
/// A collector of event messages.
type SyslogServer "Log collector" : NetworkService { tcp: 6514 }
/// A remote desktop service.
type RemoteDesktop "Remote desktop service" : NetworkService { tcp: 3389, access: service }
/// An interface for other processes of the same computer only.
type LocalService "Local service" : port { logical: yes, medium: internal, offers: [local], reach: internal }
