type Monitor : process {
    process central : Monitor
    process spare
}
boundary ward { process monitor : Monitor }
